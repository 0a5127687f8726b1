package io.lockstep.transport.websocket.frame;

import static io.lockstep.transport.websocket.frame.ServerFrames.FIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader against Netty's decoder, on random streams cut at random places. */
class FrameReaderOracleTest {
    private static final int FRAMES = 60;
    private static final int MAX_PAYLOAD = 70_000;
    private static final int MAX_MESSAGE = 1 << 24;
    private static final int MAX_FRAGMENTS = 10_000;

    static long[] seeds() {
        return new Random(20261121).longs(40).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldReadWhatNettyReads(long seed) {
        Random random = new Random(seed);
        byte[] stream = legalStream(random);

        assertThat(ours(stream, random)).isEqualTo(netty(stream));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldEndQuietlyOnDamagedStream(long seed) {
        Random random = new Random(seed);
        byte[] stream = legalStream(random);
        for (int i = 0; i < 20; i++) {
            stream[random.nextInt(stream.length)] ^= (byte) (1 << random.nextInt(8));
        }

        List<String> read = ours(stream, random);

        assertThat(read)
                .filteredOn(line -> line.startsWith("fault") || line.startsWith("close"))
                .hasSizeLessThanOrEqualTo(1);
    }

    private static List<String> ours(byte[] stream, Random random) {
        CollectingSink sink = new CollectingSink();
        FrameReader reader = new FrameReader(MAX_MESSAGE, MAX_FRAGMENTS, null, sink);
        ByteBuf all = Unpooled.wrappedBuffer(stream);
        while (all.isReadable()) {
            int count = Math.min(all.readableBytes(), 1 + random.nextInt(random.nextBoolean() ? 16 : 100_000));
            reader.read(all.readSlice(count), 0);
        }
        return sink.lines();
    }

    private static List<String> netty(byte[] stream) {
        EmbeddedChannel channel = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(1 << 24)
                .withUTF8Validator(false)
                .build()));
        channel.writeInbound(Unpooled.wrappedBuffer(stream));
        List<String> lines = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        for (WebSocketFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            collect(frame, message, lines);
            frame.release();
        }
        channel.finishAndReleaseAll();
        return lines;
    }

    private static void collect(WebSocketFrame frame, StringBuilder message, List<String> lines) {
        String payload = frame.content().toString(StandardCharsets.ISO_8859_1);
        if (frame instanceof PingWebSocketFrame) {
            lines.add("ping " + payload);
        } else if (frame instanceof PongWebSocketFrame) {
            lines.add("pong " + payload);
        } else {
            message.append(kind(frame)).append(payload);
            if (frame.isFinalFragment()) {
                lines.add(message.toString());
                message.setLength(0);
            }
        }
    }

    private static String kind(WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame) {
            return "text ";
        }
        assertThat(frame).isInstanceOfAny(BinaryWebSocketFrame.class, ContinuationWebSocketFrame.class);
        return frame instanceof BinaryWebSocketFrame ? "binary " : "";
    }

    private static byte[] legalStream(Random random) {
        List<byte[]> frames = new ArrayList<>();
        boolean open = false;
        while (frames.size() < FRAMES || open) {
            if (random.nextInt(4) == 0) {
                int ping = random.nextBoolean() ? OpCode.PING : OpCode.PONG;
                frames.add(ServerFrames.frame(FIN | ping, payload(random, 126)));
                continue;
            }
            boolean last = random.nextInt(3) > 0;
            int opCode = open ? OpCode.CONTINUATION : 1 + random.nextInt(2);
            int bound = random.nextInt(8) == 0 ? MAX_PAYLOAD : 200;
            frames.add(ServerFrames.frame((last ? FIN : 0) | opCode, payload(random, bound)));
            open = !last;
        }
        return ServerFrames.join(frames.toArray(new byte[0][]));
    }

    private static byte[] payload(Random random, int bound) {
        byte[] payload = new byte[random.nextInt(bound)];
        random.nextBytes(payload);
        return payload;
    }
}
