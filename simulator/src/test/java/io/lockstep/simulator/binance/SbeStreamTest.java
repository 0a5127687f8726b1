package io.lockstep.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spot's binary streams, read by hand from the schema. */
class SbeStreamTest {
    private static final int BINARY = 2;
    private static final int TEXT = 1;
    private static final String KEY = "X-MBX-APIKEY: ed-key";

    private static VenueServer server;

    @BeforeAll
    static void start() throws Exception {
        String publicKey = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()
                        .getEncoded());
        List<BinanceAccount> accounts = List.of(
                BinanceAccount.standard(), new BinanceAccount("ed-key", "unused", publicKey, true, Map.of(), Map.of()));
        server =
                Venues.start(InstantSource.system(), VenueServerSettings.of(BinanceSettingsKit.withAccounts(accounts)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldStreamTrades() throws IOException {
        try (RawClient client = open("/sbe/ws/btcusdt@trade")) {
            ByteBuffer first = next(client, 10_000, 18);
            long sentUs = first.getLong();
            long madeUs = first.getLong();
            int exponents = first.getShort();
            int block = first.getShort();
            int count = first.getInt();
            long id = first.getLong();
            long price = first.getLong();
            long quantity = first.getLong();
            int buyerIsMaker = first.get();

            assertThat(sentUs).isGreaterThanOrEqualTo(madeUs);
            assertThat(exponents).isEqualTo((short) 0xF8F8);
            assertThat(block).isEqualTo(25);
            assertThat(count).isEqualTo(1);
            assertThat(price).isBetween(60_000_00000000L, 64_000_00000000L);
            assertThat(quantity).isPositive();
            assertThat(buyerIsMaker).isBetween(0, 1);
            assertThat(symbol(first)).isEqualTo("BTCUSDT");
            assertThat(next(client, 10_000, 18).position(8 + 18 + 6).getLong()).isEqualTo(id + 1);
        }
    }

    @Test
    void shouldStreamBestBidAndAsk() throws IOException {
        try (RawClient client = open("/sbe/stream?streams=btcusdt@bestBidAsk")) {
            ByteBuffer best = next(client, 10_001, 50).position(8 + 18);
            long bid = best.getLong();
            long bidQuantity = best.getLong();
            long ask = best.getLong();

            assertThat(ask).isGreaterThan(bid);
            assertThat(bidQuantity).isPositive();
            assertThat(best.getLong()).isPositive();
            assertThat(symbol(best)).isEqualTo("BTCUSDT");
        }
    }

    @Test
    void shouldChainDiffsAndGiveSnapshots() throws IOException {
        try (RawClient client = open("/sbe/ws")) {
            client.send(0x80 | TEXT, "{\"method\":\"SUBSCRIBE\",\"params\":[\"ethusdt@depth\"],\"id\":1}");
            assertThat(client.next(TEXT).payload()).isEqualTo("{\"result\":null,\"id\":1}");

            long last = next(client, 10_003, 26).position(8 + 16).getLong();
            for (int i = 0; i < 5; i++) {
                ByteBuffer diff = next(client, 10_003, 26).position(8 + 8);
                assertThat(diff.getLong()).isEqualTo(last + 1);
                last = diff.getLong();
            }
        }
        try (RawClient client = open("/sbe/ws/ethusdt@depth20")) {
            ByteBuffer snapshot = next(client, 10_002, 18).position(8 + 18);
            assertThat(snapshot.getShort()).isEqualTo((short) 16);
            assertThat(snapshot.getShort()).isEqualTo((short) 20);
            snapshot.position(snapshot.position() + 20 * 16);
            assertThat(snapshot.getShort()).isEqualTo((short) 16);
            assertThat(snapshot.getShort()).isEqualTo((short) 20);
            snapshot.position(snapshot.position() + 20 * 16);
            assertThat(symbol(snapshot)).isEqualTo("ETHUSDT");
        }
    }

    @Test
    void shouldRefuseKeysThatAreNotEd25519() throws IOException {
        try (RawClient client = new RawClient(server.port(Venues.SPOT))) {
            assertThat(client.upgrade("/sbe/ws/btcusdt@trade", "X-MBX-APIKEY: test-key"))
                    .startsWith("HTTP/1.1 401 ");
        }
    }

    private static RawClient open(String path) throws IOException {
        RawClient client = new RawClient(server.port(Venues.SPOT));
        assertThat(client.upgrade(path, KEY)).startsWith("HTTP/1.1 101 ");
        return client;
    }

    /** The next message, behind its header, which must be as expected. */
    private static ByteBuffer next(RawClient client, int template, int block) throws IOException {
        byte[] bytes = client.next(BINARY).payload().getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(message.getShort()).isEqualTo((short) block);
        assertThat(message.getShort()).isEqualTo((short) template);
        assertThat(message.getShort()).as("schema").isEqualTo((short) 1);
        assertThat(message.getShort()).as("version").isEqualTo((short) 0);
        return message;
    }

    private static String symbol(ByteBuffer message) {
        byte[] symbol = new byte[message.get()];
        message.get(symbol);
        assertThat(message.hasRemaining()).isFalse();
        return new String(symbol, StandardCharsets.US_ASCII);
    }
}
