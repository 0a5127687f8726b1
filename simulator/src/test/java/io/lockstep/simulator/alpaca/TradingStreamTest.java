package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.simulator.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingStreamTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
        kit.quote("IBM", "200.00", "200.10");
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"test-secret\"}",
                "{\"action\":\"authenticate\",\"data\":{\"key_id\":\"test-key\",\"secret_key\":\"test-secret\"}}"
            })
    void shouldAuthenticateInBothForms(String request) throws Exception {
        AlpacaClient.Frames stream = kit.client.open("/stream");

        stream.send(request);

        FrameQueue.Frame answer = stream.next();
        assertThat(answer.isBinary()).isTrue();
        assertThat(new String(answer.payload(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}");
    }

    @Test
    void shouldRefuseWrongSecretAndListeningWithoutKey() throws Exception {
        AlpacaClient.Frames stream = kit.client.open("/stream");

        stream.send("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
        JsonValue early = stream.next().value();
        stream.send("{\"action\":\"auth\",\"key\":\"test-key\",\"secret\":\"wrong\"}");
        JsonValue wrong = stream.next().value();

        assertThat(AlpacaClient.at(early, "data.status")).isEqualTo("unauthorized");
        assertThat(AlpacaClient.at(early, "data.action")).isEqualTo("listen");
        assertThat(AlpacaClient.at(wrong, "data.message")).isEqualTo("access key verification failed");
    }

    @Test
    void shouldLeaveUnknownStreamsOutAndTakeTheListAsAbsolute() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();

        stream.send("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\",\"account_updates\"]}}");
        assertThat(AlpacaClient.at(stream.next().value(), "data.streams.1")).isNull();
        stream.send("{\"action\":\"listen\",\"data\":{\"streams\":[]}}");
        assertThat(AlpacaClient.at(stream.next().value(), "data.streams.0")).isNull();
        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        assertThat(stream.drain()).isEmpty();
    }

    @Test
    void shouldNumberEventsInRisingOrder() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();

        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");

        String first = AlpacaClient.at(stream.awaitEvent("pending_new"), "data.event_id");
        String second = AlpacaClient.at(stream.awaitEvent("new"), "data.event_id");
        String third = AlpacaClient.at(stream.awaitEvent("fill"), "data.event_id");
        assertThat(List.of(first, second, third)).isSorted().allMatch(id -> id.length() == 26);
    }

    @Test
    void shouldRefuseSecondStreamOfAnAccountAtTheDoor() throws Exception {
        kit.client.openTrading();

        assertThatThrownBy(() ->
                        kit.client.open("/stream", "APCA-API-KEY-ID", "test-key", "APCA-API-SECRET-KEY", "test-secret"))
                .hasRootCauseMessage("Unexpected HTTP response status code 429");
    }

    @Test
    void shouldDropDuplicateAndMuteOnOrder() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();
        kit.simulator.ask(venue -> {
            venue.trading().updates().drop(1);
            venue.trading().updates().duplicate(1);
            return venue;
        });

        kit.place("symbol=IBM qty=1 side=buy type=market time_in_force=day");
        String first = AlpacaClient.at(stream.next().value(), "data.event");
        String second = AlpacaClient.at(stream.next().value(), "data.event");
        String third = AlpacaClient.at(stream.next().value(), "data.event");

        assertThat(List.of(first, second, third)).containsExactly("new", "new", "fill");
    }

    @Test
    void shouldBreakWithoutAWordOnOrder() throws Exception {
        AlpacaClient.Frames stream = kit.client.openTrading();

        kit.simulator.ask(venue -> {
            venue.trading().updates().cut();
            return venue;
        });

        stream.awaitClose();
        kit.client.openTrading();
    }
}
