package io.lockstep.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBufferTest {
    private static final int ROOM = 2 * RecordLayout.MAX_LENGTH;

    private final RecordBuffer records = new RecordBuffer(ROOM);

    @Test
    void shouldListRecordsInTheOrderWritten() {
        write(records.claim(), 50, 1);
        write(records.claim(), 41, 2);
        write(records.claim(), 64, 3);

        assertThat(times()).containsExactly(1L, 2L, 3L);
        assertThat(records.count()).isEqualTo(3);
    }

    @Test
    void shouldRefuseWhenARecordOfAnyLengthMayNotFit() {
        write(records.claim(), RecordLayout.MAX_LENGTH, 1);
        assertThat(records.hasRoom()).isTrue();
        write(records.claim(), 48, 2);

        assertThat(records.hasRoom()).isFalse();
        assertThatThrownBy(records::claim).hasMessageContaining("records=2");
    }

    @Test
    void shouldMakeRoomForWhatMustNotBeRefused() {
        for (int i = 0; i < 500; i++) {
            write(records.claimAlways(), 41 + i, i);
        }

        assertThat(times()).hasSize(500).isSorted();
        records.clear();
        assertThat(records.hasRoom()).isTrue();
        write(records.claim(), RecordLayout.MAX_LENGTH, 1);
        write(records.claim(), 48, 2);
        assertThat(records.hasRoom()).as("room does not grow with the memory").isFalse();
    }

    @Test
    void shouldCopyRecords() {
        RecordBuffer copy = new RecordBuffer(ROOM);
        write(records.claim(), 50, 1);
        write(records.claim(), 60, 2);

        copy.copy(records, records.next(records.first()));

        assertThat(copy.count()).isEqualTo(1);
        assertThat(RecordLayout.timeNs(copy.buffer(), 0)).isEqualTo(2);
        assertThat(RecordLayout.length(copy.buffer(), 0)).isEqualTo(60);
    }

    @Test
    void shouldDiscardFromTheFront() {
        for (int i = 0; i < 10; i++) {
            write(records.claim(), 41 + i, i);
        }
        int third = records.next(records.next(records.first()));

        records.discardBefore(third);
        assertThat(times()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(records.count()).isEqualTo(8);

        records.discardBefore(records.end());
        assertThat(times()).isEmpty();
        assertThat(records.count()).isZero();
    }

    private void write(int offset, int length, long timeNs) {
        for (int i = RecordLayout.MESSAGE_OFFSET; i < length; i++) {
            records.buffer().putByte(offset + i, (byte) i);
        }
        records.commit(offset + length, timeNs);
    }

    private List<Long> times() {
        List<Long> times = new ArrayList<>();
        for (int offset = records.first(); offset < records.end(); offset = records.next(offset)) {
            times.add(RecordLayout.timeNs(records.buffer(), offset));
        }
        return times;
    }

    @Test
    void shouldTakeMemoryAsNeededAndRefuseByRoomAlone() {
        RecordBuffer small = new RecordBuffer(4 * RecordLayout.MAX_LENGTH, RecordLayout.MAX_LENGTH);
        int taken = 0;
        while (small.hasRoom()) {
            int offset = small.claim();
            small.buffer().putByte(offset + RecordLayout.MESSAGE_OFFSET, (byte) ++taken);
            small.commit(offset + RecordLayout.MAX_LENGTH, taken);
        }

        assertThat(taken).isEqualTo(4);
        assertThat(small.buffer().getByte(small.first() + RecordLayout.MESSAGE_OFFSET))
                .isEqualTo((byte) 1);
        assertThatThrownBy(small::claim).isInstanceOf(IllegalStateException.class);
    }
}
