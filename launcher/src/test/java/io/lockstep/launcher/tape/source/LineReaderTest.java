package io.lockstep.launcher.tape.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    @Test
    void shouldSplitAtLineFeedsAndDropCarriageReturns() throws IOException {
        assertThat(lines(stream("one\ntwo\r\n\nlast"))).containsExactly("one", "two", "", "last");
        assertThat(lines(stream("one\n"))).containsExactly("one");
        assertThat(lines(stream(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldFindEveryLineHoweverLongAndHoweverTheStreamIsCut(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            expected.add("x".repeat(random.nextInt(random.nextInt(100) == 0 ? 400_000 : 300)) + i);
        }
        InputStream cut = new CutStream(String.join("\n", expected).getBytes(StandardCharsets.UTF_8), random);

        assertThat(lines(cut)).as("seed=%d", seed).isEqualTo(expected);
    }

    @Test
    void shouldKeepLinesBeforeDamageAndSaySo() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("cut");
            }
        };

        try (LineReader reader = new LineReader(new SequenceInputStream(stream("one\ntw"), broken))) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.next()).isTrue();
            assertThat(text(reader)).isEqualTo("tw");
            assertThat(reader.next()).isFalse();
            assertThat(reader.isDamaged()).isTrue();
        }
    }

    private static List<String> lines(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(in)) {
            while (reader.next()) {
                lines.add(text(reader));
            }
            assertThat(reader.isDamaged()).isFalse();
        }
        return lines;
    }

    private static String text(LineReader reader) {
        return new String(reader.array(), reader.offset(), reader.length(), StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives a random number of bytes at each read. */
    private static final class CutStream extends ByteArrayInputStream {
        private final Random random;

        CutStream(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, 1 + random.nextInt(length));
        }
    }
}
