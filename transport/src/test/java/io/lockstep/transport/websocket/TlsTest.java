package io.lockstep.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.loopback.ClientNet;
import io.lockstep.transport.loopback.LoopbackServer;
import io.lockstep.transport.loopback.TestPki;
import io.lockstep.transport.net.ClientTls;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Good certificates are taken, bad ones never; both by WebSocket and by HTTP. */
@Timeout(60)
class TlsTest {
    private final CollectingListener listener = new CollectingListener();
    private final BlockingQueue<String> serverSaw = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private TestPki pki;
    private ClientNet net;

    private interface Certificate {
        ServerSocketFactory server(TestPki pki) throws Exception;
    }

    private enum Bad {
        WRONG_HOST(TestPki::wrongHost),
        EXPIRED(TestPki::expired),
        NOT_YET_VALID(TestPki::notYetValid),
        SELF_SIGNED(TestPki::selfSigned),
        UNKNOWN_AUTHORITY(TestPki::unknownAuthority),
        FOR_CLIENTS_ONLY(TestPki::forClientsOnly);

        private final Certificate certificate;

        Bad(Certificate certificate) {
            this.certificate = certificate;
        }
    }

    @BeforeEach
    void open() throws Exception {
        pki = new TestPki();
        net = new ClientNet(pki.trust(folder));
    }

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    void shouldTalkThroughTlsToTheRightServer() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(pki.good(), (peer, number) -> {
            peer.acceptUpgrade();
            peer.sendText("echo " + peer.readFrame().text());
            peer.holdOpen();
        })) {
            WebSocket socket = net.open(at(server, Scheme.WSS), WebSocketSettings.DEFAULT, listener);
            await("open").until(socket::isOpen);

            socket.sendText("hi");

            await("echo").until(() -> listener.messages().equals(List.of("echo hi")));
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void shouldRefuseWebSocketToServerWithBadCertificate(Bad bad) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(bad.certificate.server(pki), (peer, number) -> {
            serverSaw.add(peer.acceptUpgrade());
        })) {
            net.open(at(server, Scheme.WSS), WebSocketSettings.DEFAULT, listener);

            await("end").until(() -> !listener.ends().isEmpty());
            assertThat(listener.cause()).isEqualTo(EndCause.TLS_FAILED);
            assertThat(listener.opened()).isZero();
            assertThat(serverSaw).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void shouldNotSendACallToServerWithBadCertificate(Bad bad) throws Exception {
        try (LoopbackServer server = LoopbackServer.start(bad.certificate.server(pki), (peer, number) -> {
                    serverSaw.add(peer.readHead());
                });
                HttpClient client = net.http(at(server, Scheme.HTTPS), HttpSettings.DEFAULT)) {

            HttpOutcome outcome =
                    client.send(HttpCall.of("POST", "/order?signature=s")).get();

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            HttpOutcome.NotSent.class,
                            notSent -> assertThat(notSent.cause()).isEqualTo(HttpOutcome.Cause.CONNECT_FAILED));
            assertThat(serverSaw).isEmpty();
        }
    }

    @Test
    void shouldRefuseTheTestAuthorityWhenTheJdksAreTrusted() throws Exception {
        try (ClientNet strict = new ClientNet(TlsSettings.DEFAULT);
                LoopbackServer server =
                        LoopbackServer.start(pki.good(), (peer, number) -> serverSaw.add(peer.acceptUpgrade()))) {
            strict.open(at(server, Scheme.WSS), WebSocketSettings.DEFAULT, listener);

            await("end").until(() -> !listener.ends().isEmpty());
            assertThat(listener.cause()).isEqualTo(EndCause.TLS_FAILED);
        }
    }

    @Test
    void shouldRefuseServerThatChoosesTls11() throws Exception {
        String hello = "0302" + "00".repeat(32) + "00" + "c013" + "00";
        String message = "020000" + String.format("%02x", hello.length() / 2) + hello;
        byte[] serverHello = HexFormat.of().parseHex("160302" + String.format("%04x", message.length() / 2) + message);
        try (LoopbackServer server = LoopbackServer.start((peer, number) -> {
            peer.send(serverHello);
            peer.holdOpen();
        })) {
            net.open(at(server, Scheme.WSS), WebSocketSettings.DEFAULT, listener);

            await("end").until(() -> !listener.ends().isEmpty());
            assertThat(listener.cause()).isEqualTo(EndCause.TLS_FAILED);
            assertThat(listener.ends().get(0).detail()).contains("TLS11");
        }
    }

    @Test
    void shouldRefuseServerThatDoesNotSpeakTls() throws Exception {
        try (LoopbackServer server = LoopbackServer.start((peer, number) -> {
            peer.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            peer.holdOpen();
        })) {
            net.open(at(server, Scheme.WSS), WebSocketSettings.DEFAULT, listener);

            await("end").until(() -> !listener.ends().isEmpty());
            assertThat(listener.cause()).isEqualTo(EndCause.TLS_FAILED);
        }
    }

    @Test
    void shouldVerifyTheHostAndSpeakOnlyNewProtocols() {
        SSLEngine engine = new ClientTls(TlsSettings.DEFAULT)
                .newHandler(UnpooledByteBufAllocator.DEFAULT, Endpoint.parse("wss://venue.test"), 1_000)
                .engine();

        assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
        assertThat(engine.getEnabledProtocols()).containsExactlyInAnyOrder("TLSv1.3", "TLSv1.2");
    }

    @Test
    void shouldRefuseAuthoritiesThatCannotBeRead() {
        TlsSettings missing = new TlsSettings(folder.resolve("missing.pem"));

        assertThatThrownBy(() -> new ClientTls(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem");
    }

    private static Endpoint at(LoopbackServer server, Scheme scheme) {
        return new Endpoint(scheme, TestPki.HOST, server.endpoint(scheme).port(), "/");
    }
}
