package io.lockstep.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.RecordChain.Fault;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class RecordChainTest {
    private static final int LENGTH = 90;

    private final RecordChain writer = new RecordChain();
    private final RecordChain reader = new RecordChain();

    @Test
    void shouldAcceptWhatItSealed() {
        for (int i = 1; i <= 10; i++) {
            assertThat(accept(sealed(i))).isEqualTo(Fault.NONE);
        }

        assertThat(reader.sequence()).isEqualTo(10);
        assertThat(reader.value()).isEqualTo(writer.value());
    }

    @Test
    void shouldFindEveryFlippedBit() {
        UnsafeBuffer record = sealed(1);

        for (int bit = 0; bit < LENGTH * 8; bit++) {
            record.byteArray()[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(reader.accept(record, 0, LENGTH)).as("bit %d", bit).isNotEqualTo(Fault.NONE);
            record.byteArray()[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(accept(record)).isEqualTo(Fault.NONE);
    }

    @Test
    void shouldNameWhatIsWrong() {
        UnsafeBuffer first = sealed(1);
        UnsafeBuffer second = sealed(2);

        assertThat(reader.accept(first, 0, RecordLayout.BODY_OFFSET - 1)).isEqualTo(Fault.LENGTH);
        assertThat(reader.accept(first, 0, LENGTH - 1)).isEqualTo(Fault.LENGTH);
        assertThat(accept(second)).isEqualTo(Fault.SEQUENCE);
        assertThat(accept(first)).isEqualTo(Fault.NONE);
        assertThat(accept(first)).isEqualTo(Fault.SEQUENCE);
    }

    @Test
    void shouldRefuseARecordOfAnotherHistory() {
        accept(sealed(1));
        RecordChain other = new RecordChain();
        UnsafeBuffer foreign = record(99);
        other.seal(foreign, 0);
        UnsafeBuffer next = record(2);
        other.seal(next, 0);

        assertThat(accept(next)).isEqualTo(Fault.CHAIN);
    }

    @Test
    void shouldStayWhereItIsAfterAFault() {
        UnsafeBuffer record = sealed(1);
        record.putByte(50, (byte) 77);

        accept(record);

        assertThat(reader.sequence()).isZero();
        assertThat(reader.value()).isZero();
    }

    @Test
    void shouldContinueFromARecord() {
        UnsafeBuffer first = sealed(1);

        RecordChain resumed = new RecordChain(1, RecordChain.after(first, 0));

        assertThat(resumed.accept(sealed(2), 0, LENGTH)).isEqualTo(Fault.NONE);
    }

    @Test
    void shouldRefuseAbsurdLengths() {
        UnsafeBuffer record = sealed(1);

        for (int length :
                new int[] {Integer.MIN_VALUE, -1, 0, RecordLayout.BODY_OFFSET - 1, RecordLayout.MAX_LENGTH + 1}) {
            RecordLayout.length(record, 0, length);
            assertThat(reader.accept(record, 0, record.capacity())).isEqualTo(Fault.LENGTH);
        }
    }

    private Fault accept(UnsafeBuffer record) {
        return reader.accept(record, 0, LENGTH);
    }

    private UnsafeBuffer sealed(int seed) {
        UnsafeBuffer record = record(seed);
        writer.seal(record, 0);
        return record;
    }

    private static UnsafeBuffer record(int seed) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[2 * RecordLayout.MAX_LENGTH]);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < LENGTH; i++) {
            record.putByte(i, (byte) random.nextInt());
        }
        RecordLayout.length(record, 0, LENGTH);
        return record;
    }
}
