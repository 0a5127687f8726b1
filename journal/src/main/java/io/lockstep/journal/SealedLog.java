package io.lockstep.journal;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import java.nio.file.Path;
import org.agrona.MutableDirectBuffer;

/**
 * A journal together with the chain that seals its records: takes events as they are, numbers, seals and appends them. How tapes are
 * written.
 *
 * <p>One thread.
 */
public final class SealedLog implements AutoCloseable {
    private final ChronicleEventLog log;
    private final RecordChain chain;

    private SealedLog(Path directory, JournalSettings settings) {
        this.log = ChronicleEventLog.open(directory, settings);
        this.chain = new RecordChain(log.lastSequence(), log.lastChain());
    }

    /**
     * Opens a tape for appending, a new one where there is none.
     *
     * @throws RuntimeException as {@link ChronicleEventLog#open} does
     */
    public static SealedLog open(Path directory, JournalSettings settings) {
        return new SealedLog(directory, settings);
    }

    /**
     * Seals a completed event and appends it.
     *
     * @return its sequence
     */
    public long append(EngineEvent event) {
        return append(event.buffer(), 0);
    }

    /**
     * Seals the record at an offset of an array-backed buffer, length and time set, and appends it.
     *
     * @return its sequence
     */
    public long append(MutableDirectBuffer buffer, int offset) {
        chain.seal(buffer, offset);
        log.append(buffer, offset, RecordLayout.length(buffer, offset));
        return chain.sequence();
    }

    /** The journal itself. */
    public ChronicleEventLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
    }
}
