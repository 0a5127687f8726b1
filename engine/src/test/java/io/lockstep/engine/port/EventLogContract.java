package io.lockstep.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event log must do. An implementation's test extends this and says how to open and read one. */
public abstract class EventLogContract {
    private static final int SHORTEST = RecordLayout.BODY_OFFSET;

    private final RecordChain chain = new RecordChain();
    private EventLog log;

    /** A new, empty log. */
    protected abstract EventLog create();

    /** The same log after its owner closed it and opened it again. */
    protected abstract EventLog reopen(EventLog closed);

    /** Reads everything a log holds, from the first record. */
    protected abstract RecordSource read(EventLog log);

    @BeforeEach
    void openLog() {
        log = create();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Test
    void shouldStandAtZeroWhenEmpty() {
        assertThat(log.lastSequence()).isZero();
        assertThat(log.lastChain()).isZero();
        assertThat(log.durableSequence()).isZero();
        assertThat(records(log)).isEmpty();
    }

    @Test
    void shouldReadBackEveryByteInOrder() {
        List<byte[]> written = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            written.add(append(SHORTEST + i * 7 % (RecordLayout.MAX_LENGTH - SHORTEST + 1), i));
        }

        assertThat(records(log)).containsExactlyElementsOf(written);
    }

    @Test
    void shouldTakeTheShortestAndTheLongestRecord() {
        List<byte[]> written = List.of(append(SHORTEST, 1), append(RecordLayout.MAX_LENGTH, 2));

        assertThat(records(log)).containsExactlyElementsOf(written);
    }

    @Test
    void shouldFollowSequenceAndChain() {
        append(100, 1);
        append(120, 2);

        assertThat(log.lastSequence()).isEqualTo(2);
        assertThat(log.lastChain()).isEqualTo(chain.value());
    }

    @Test
    void shouldVouchOnlyForWhatWasSynced() {
        append(100, 1);
        log.sync();
        append(100, 2);

        assertThat(log.durableSequence()).isEqualTo(1);
        log.sync();
        assertThat(log.durableSequence()).isEqualTo(2);
    }

    @Test
    void shouldCopyWhatItIsGiven() {
        UnsafeBuffer buffer = sealed(100, 1);
        byte[] before = buffer.byteArray().clone();
        log.append(buffer, 0, 100);

        buffer.setMemory(0, 100, (byte) 0);

        assertThat(records(log)).containsExactly(Arrays.copyOf(before, 100));
    }

    @Test
    void shouldContinueWhereItWasClosed() {
        List<byte[]> written = new ArrayList<>();
        written.add(append(100, 1));
        written.add(append(110, 2));
        log.close();

        log = reopen(log);

        assertThat(log.lastSequence()).isEqualTo(2);
        assertThat(log.lastChain()).isEqualTo(chain.value());
        written.add(append(120, 3));
        assertThat(records(log)).containsExactlyElementsOf(written);
    }

    private byte[] append(int length, int seed) {
        UnsafeBuffer buffer = sealed(length, seed);
        log.append(buffer, 0, length);
        return Arrays.copyOf(buffer.byteArray(), length);
    }

    private UnsafeBuffer sealed(int length, int seed) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
        RecordLayout.length(buffer, 0, length);
        RecordLayout.timeNs(buffer, 0, 1_700_000_000_000_000_000L + seed);
        for (int i = RecordLayout.MESSAGE_OFFSET; i < length; i++) {
            buffer.putByte(i, (byte) (seed * 31 + i));
        }
        chain.seal(buffer, 0);
        return buffer;
    }

    private List<byte[]> records(EventLog from) {
        List<byte[]> all = new ArrayList<>();
        EngineEvent slot = new EngineEvent();
        RecordSource source = read(from);
        while (source.next(slot)) {
            byte[] record = new byte[slot.length()];
            slot.buffer().getBytes(0, record);
            all.add(record);
        }
        return all;
    }
}
