package io.lockstep.transport.websocket.frame;

import static io.lockstep.transport.websocket.frame.ServerFrames.FIN;
import static io.lockstep.transport.websocket.frame.ServerFrames.bytes;
import static io.lockstep.transport.websocket.frame.ServerFrames.frame;
import static io.lockstep.transport.websocket.frame.ServerFrames.hex;
import static io.lockstep.transport.websocket.frame.ServerFrames.join;
import static io.lockstep.transport.websocket.frame.ServerFrames.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
    private static final int MAX_MESSAGE = 1_000;
    private static final int MAX_FRAGMENTS = 5;

    private final CollectingSink sink = new CollectingSink();
    private final FrameReader reader = new FrameReader(MAX_MESSAGE, MAX_FRAGMENTS, null, sink);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 999, 1000})
    void shouldDeliverMessageOfAnyLengthUpToTheLimit(int length) {
        String payload = "x".repeat(length);

        feed(text(payload));

        assertThat(sink.lines()).containsExactly("text " + payload);
    }

    @Test
    void shouldDeliverMessagesThatShareARead() {
        feed(join(text("one"), frame(FIN | OpCode.BINARY, bytes("two")), text("three")));

        assertThat(sink.lines()).containsExactly("text one", "binary two", "text three");
    }

    @Test
    void shouldDeliverMessageCutAtEveryByte() {
        byte[] whole = join(text("y".repeat(300)), text("z"));

        for (byte b : whole) {
            feed(b);
        }

        assertThat(sink.lines()).containsExactly("text " + "y".repeat(300), "text z");
    }

    @Test
    void shouldJoinFragmentsAroundControlFrames() {
        feed(
                frame(OpCode.TEXT, bytes("Hel")),
                frame(FIN | OpCode.PING, bytes("p")),
                frame(OpCode.CONTINUATION, bytes("l")),
                frame(FIN | OpCode.PONG, bytes("q")),
                frame(FIN | OpCode.CONTINUATION, bytes("o")));

        assertThat(sink.lines()).containsExactly("ping p", "pong q", "text Hello");
    }

    @Test
    void shouldReadNothingBehindAClose() {
        feed(join(frame(FIN | OpCode.CLOSE, join(hex("03e8"), bytes("bye"))), text("late")));

        assertThat(sink.lines()).containsExactly("close 1000 bye");
    }

    @Test
    void shouldCleanTheReasonOfAClose() {
        feed(frame(FIN | OpCode.CLOSE, join(hex("03e9"), bytes("a\r\n\u001b[31m"))));

        assertThat(sink.lines()).containsExactly("close 1001 a???[31m");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("unknown frame type", hex("83 00"), "PROTOCOL"),
                Arguments.of("unknown control type", hex("8b 00"), "PROTOCOL"),
                Arguments.of("reserved bit 2", hex("a1 00"), "PROTOCOL"),
                Arguments.of("reserved bit 3", hex("91 00"), "PROTOCOL"),
                Arguments.of("compressed but not agreed", hex("c1 00"), "PROTOCOL"),
                Arguments.of("masked", hex("81 80 00000000"), "PROTOCOL"),
                Arguments.of("ping in fragments", hex("09 00"), "PROTOCOL"),
                Arguments.of("long ping", hex("89 7e 0080"), "PROTOCOL"),
                Arguments.of("16 bit length below 126", hex("81 7e 007d"), "PROTOCOL"),
                Arguments.of("64 bit length below 65536", hex("81 7f 000000000000ffff"), "PROTOCOL"),
                Arguments.of("negative length", hex("81 7f ffffffffffffffff"), "PROTOCOL"),
                Arguments.of("continuation of nothing", hex("80 00"), "PROTOCOL"),
                Arguments.of("message within a message", hex("01 00 81 00"), "PROTOCOL"),
                Arguments.of("close code of one byte", hex("88 01 03"), "PROTOCOL"),
                Arguments.of("close code not for the wire", hex("88 02 03ee"), "PROTOCOL"),
                Arguments.of("one byte too long", hex("81 7e 03e9"), "TOO_LARGE"),
                Arguments.of("huge", hex("82 7f 00000000ffffffff"), "TOO_LARGE"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void shouldStopAtFault(String name, byte[] input, String fault) {
        feed(input);
        feed(text("never read"));

        assertThat(sink.lines()).containsExactly("fault " + fault);
    }

    @Test
    void shouldStopWhenFragmentsExceedTheMessageLimit() {
        feed(frame(OpCode.BINARY, new byte[600]), frame(OpCode.CONTINUATION, new byte[401]));

        assertThat(sink.lines()).containsExactly("fault TOO_LARGE");
    }

    @Test
    void shouldStopWhenEmptyFragmentsNeverEnd() {
        feed(frame(OpCode.TEXT, new byte[0]));
        for (int i = 0; i < 5; i++) {
            feed(frame(OpCode.CONTINUATION, new byte[0]));
        }

        assertThat(sink.lines()).containsExactly("fault TOO_LARGE");
    }

    @Test
    void shouldKnowThatAMessageIsIncomplete() {
        byte[] whole = text("abc");

        feed(Arrays.copyOf(whole, whole.length - 1));

        assertThat(reader.isInMessage()).isTrue();
        feed(whole[whole.length - 1]);
        assertThat(reader.isInMessage()).isFalse();
    }

    private void feed(byte[]... parts) {
        for (byte[] part : parts) {
            reader.read(Unpooled.wrappedBuffer(part), 0);
        }
    }

    private void feed(byte single) {
        feed(new byte[] {single});
    }
}
