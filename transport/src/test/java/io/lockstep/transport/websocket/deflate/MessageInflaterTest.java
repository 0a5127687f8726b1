package io.lockstep.transport.websocket.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.transport.websocket.frame.CollectingSink;
import io.lockstep.transport.websocket.frame.FrameReader;
import io.lockstep.transport.websocket.frame.OpCode;
import io.lockstep.transport.websocket.frame.ServerFrames;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageInflaterTest {
    private static final int MAX_MESSAGE = 100_000;
    private static final int MAX_FRAGMENTS = 100;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldInflateMessagesInSequence(boolean freshContext) {
        MessageInflater inflater = new MessageInflater(MAX_MESSAGE, freshContext);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        Random random = new Random(7);

        for (int i = 0; i < 200; i++) {
            byte[] message = text(random, random.nextInt(5_000));
            byte[] compressed = PeerDeflate.deflate(deflater, message);
            if (freshContext) {
                deflater.reset();
            }

            assertThat(inflater.inflate(compressed, 0, compressed.length)).isEqualTo(Inflation.DONE);
            assertThat(Arrays.copyOf(inflater.output(), inflater.outputLength()))
                    .isEqualTo(message);
        }
    }

    @Test
    void shouldTakeMessageAtTheLimitButNotBeyond() {
        for (int excess = 0; excess < 2; excess++) {
            MessageInflater inflater = new MessageInflater(MAX_MESSAGE, true);
            byte[] compressed = PeerDeflate.deflate(new Deflater(9, true), new byte[MAX_MESSAGE + excess]);

            Inflation result = inflater.inflate(compressed, 0, compressed.length);

            assertThat(result).isEqualTo(excess == 0 ? Inflation.DONE : Inflation.TOO_LARGE);
        }
    }

    @Test
    void shouldNotGrowForABomb() {
        MessageInflater inflater = new MessageInflater(MAX_MESSAGE, true);
        byte[] bomb = PeerDeflate.deflate(new Deflater(9, true), new byte[50_000_000]);

        Inflation result = inflater.inflate(bomb, 0, bomb.length);

        assertThat(result).isEqualTo(Inflation.TOO_LARGE);
        assertThat(inflater.output()).hasSizeLessThanOrEqualTo(MAX_MESSAGE + 1);
    }

    @Test
    void shouldCallGarbageCorrupt() {
        MessageInflater inflater = new MessageInflater(MAX_MESSAGE, true);

        assertThat(inflater.inflate(new byte[] {7, -1, -1, -1, -1}, 0, 5)).isEqualTo(Inflation.CORRUPT);
    }

    @Test
    void shouldInflateInFragmentsThroughTheReader() {
        CollectingSink sink = new CollectingSink();
        FrameReader reader = new FrameReader(MAX_MESSAGE, MAX_FRAGMENTS, new MessageInflater(MAX_MESSAGE, false), sink);
        byte[] compressed =
                PeerDeflate.deflate(new Deflater(9, true), "hello hello hello".getBytes(StandardCharsets.UTF_8));
        byte[] head = Arrays.copyOf(compressed, 3);
        byte[] tail = Arrays.copyOfRange(compressed, 3, compressed.length);

        reader.read(Unpooled.wrappedBuffer(ServerFrames.frame(ServerFrames.RSV1 | OpCode.TEXT, head)), 0);
        reader.read(Unpooled.wrappedBuffer(ServerFrames.frame(ServerFrames.FIN | OpCode.CONTINUATION, tail)), 0);
        reader.read(Unpooled.wrappedBuffer(ServerFrames.text("plain")), 0);

        assertThat(sink.lines()).isEqualTo(List.of("text hello hello hello", "text plain"));
    }

    private static byte[] text(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(4));
        }
        return bytes;
    }
}
