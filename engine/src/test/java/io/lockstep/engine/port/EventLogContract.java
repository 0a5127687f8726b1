package io.lockstep.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EventLog} must do, whatever it keeps its records in. */
public abstract class EventLogContract {
    private static final long SEED = 20_261_121;
    private static final long STEP_NS = 1_000_000_000;

    /** Opens the log under test: a new one at first, the same one again after it was closed. */
    protected abstract EventLog open();

    /** Copies of all records the log holds, in their order. */
    protected abstract List<byte[]> stored();

    @Test
    void shouldBeEmptyWhenNew() {
        try (EventLog log = open()) {
            assertThat(log.lastSequence()).isZero();
            assertThat(log.lastChain()).isZero();
            assertThat(log.durableSequence()).isZero();
        }
    }

    @Test
    void shouldKnowLastRecordWhenAppended() {
        SampleRecords records = new SampleRecords(SEED, STEP_NS);

        try (EventLog log = open()) {
            records.appendTo(log, 3);

            assertThat(log.lastSequence()).isEqualTo(3);
            assertThat(log.lastChain()).isEqualTo(records.chain().value());
        }
    }

    @Test
    void shouldStoreBytesAsTheyAre() {
        SampleRecords records = new SampleRecords(SEED, STEP_NS);
        List<byte[]> expected = new ArrayList<>();

        try (EventLog log = open()) {
            for (int i = 0; i < 100; i++) {
                byte[] bytes = new byte[records.next()];
                records.buffer().getBytes(0, bytes);
                expected.add(bytes);
                log.append(records.buffer(), 0, bytes.length);
            }
        }

        assertThat(stored()).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void shouldVouchOnlyForWhatWasSynced() {
        SampleRecords records = new SampleRecords(SEED, STEP_NS);

        try (EventLog log = open()) {
            records.appendTo(log, 2);
            long before = log.durableSequence();
            log.sync();
            long synced = log.durableSequence();
            records.appendTo(log, 1);

            assertThat(before).isZero();
            assertThat(synced).isEqualTo(2);
            assertThat(log.durableSequence()).isEqualTo(2);
        }
    }

    @Test
    void shouldRefuseRecordThatIsNotTheNext() {
        SampleRecords records = new SampleRecords(SEED, STEP_NS);

        try (EventLog log = open()) {
            records.appendTo(log, 1);
            records.next();
            int length = records.next();

            assertThatThrownBy(() -> log.append(records.buffer(), 0, length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sequence=3, lastSequence=1");
            assertThat(log.lastSequence()).isEqualTo(1);
        }
    }

    @Test
    void shouldGoOnWhereItWasClosed() {
        try (EventLog log = open()) {
            new SampleRecords(SEED, STEP_NS).appendTo(log, 5);
        }

        try (EventLog log = open()) {
            assertThat(log.lastSequence()).isEqualTo(5);
            assertThat(log.durableSequence()).isEqualTo(5);
            new SampleRecords(SEED, STEP_NS, log.lastSequence(), log.lastChain()).appendTo(log, 5);
            assertThat(log.lastSequence()).isEqualTo(10);
        }

        assertThat(stored()).hasSize(10);
    }
}
