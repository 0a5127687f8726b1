package io.lockstep.transport.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "wss://a.example/ws, WSS, a.example, 443, /ws, a.example",
        "wss://a.example:9443/stream?streams=x/y, WSS, a.example, 9443, /stream?streams=x/y, a.example:9443",
        "http://127.0.0.1:8080, HTTP, 127.0.0.1, 8080, /, 127.0.0.1:8080",
        "HTTPS://a.example, HTTPS, a.example, 443, /, a.example",
        "ws://[::1]:1/, WS, ::1, 1, /, [::1]:1"
    })
    void shouldReadAddress(String address, Scheme scheme, String host, int port, String path, String hostHeader) {
        Endpoint endpoint = Endpoint.parse(address);

        assertThat(endpoint).isEqualTo(new Endpoint(scheme, host, port, path));
        assertThat(endpoint.hostHeader()).isEqualTo(hostHeader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "ftp://a.example",
                "wss:///path",
                "wss://u:p@a.example",
                "wss://a.example/#f",
                "wss://a:0/"
            })
    void shouldRefuseWhatIsNoAddress(String address) {
        assertThatThrownBy(() -> Endpoint.parse(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefusePathThatCouldSplitTheRequest() {
        Endpoint endpoint = Endpoint.parse("wss://a.example");

        assertThatThrownBy(() -> endpoint.withPath("/a HTTP/1.1\r\nX: y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("HTTP/1.1");
    }

    @Test
    void shouldNotShowThePath() {
        assertThat(Endpoint.parse("wss://a.example:9443/ws/listenKey")).hasToString("wss://a.example:9443");
    }
}
