package io.lockstep.journal;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.journal.rollfile.Damage;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.scan.JournalFacts;
import io.lockstep.journal.scan.RecordWalk;
import io.lockstep.journal.scan.RollFileHead;
import io.lockstep.journal.sidefile.Gap;
import io.lockstep.journal.sidefile.History;
import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a journal or a tape, each record checked before it is handed out.
 *
 * <pre>{@code
 * try (JournalReader reader = JournalReader.open(directory)) {
 *     while (reader.next()) {
 *         reader.copyTo(event);
 *     }
 *     reader.requireSound();
 * }
 * }</pre>
 *
 * <p>Does not go through Chronicle and never waits: at the end {@link #next} returns false, and may return true later when a writer
 * has appended. One thread; allocates nothing per record.
 */
public final class JournalReader implements AutoCloseable {
    private final JournalFacts facts;
    private final RecordWalk walk;
    private final long fromSequence;

    private JournalReader(JournalFacts facts, RecordWalk walk, long fromSequence) {
        this.facts = facts;
        this.walk = walk;
        this.fromSequence = fromSequence;
    }

    /**
     * Opens a journal in front of its first record.
     *
     * @throws JournalDamagedException if its mark or its history cannot be read
     * @throws java.io.UncheckedIOException if its files cannot be read
     */
    public static JournalReader open(Path directory) {
        return open(directory, 0);
    }

    /**
     * Opens a journal so that the first {@link #next} gives a certain record, or the first one kept if that was trimmed.
     *
     * @param fromSequence sequence of the first record wanted
     * @throws JournalDamagedException if its mark or its history cannot be read
     * @throws java.io.UncheckedIOException if its files cannot be read
     */
    public static JournalReader open(Path directory, long fromSequence) {
        JournalFacts facts = JournalDamagedException.soundFacts(directory);
        RecordWalk walk = new RecordWalk(directory, facts.period(), facts.history(), RecordWalk.FileListener.NONE);
        if (fromSequence > facts.history().base().sequence() + 1) {
            seek(walk, fromSequence, facts);
        }
        return new JournalReader(facts, walk, fromSequence);
    }

    /** Goes to the last file that begins at or before a sequence. */
    private static void seek(RecordWalk walk, long fromSequence, JournalFacts facts) {
        for (RollFile file : walk.files().files()) {
            RollFileHead head = RollFileHead.read(file, facts.period().layout()).orElse(null);
            if (head != null && head.sequence() > fromSequence) {
                return;
            }
            if (head != null && file.cycle() >= facts.history().base().firstCycle()) {
                walk.startAt(file, head.sequence() - 1, head.chainBefore());
            }
        }
    }

    /** Where the journal begins: behind what was trimmed, or behind the epoch before. */
    public LogPoint start() {
        History.Base base = facts.history().base();
        return new LogPoint(base.sequence(), base.chain());
    }

    /** Whether its writer had ended in peace when this reader was opened. */
    public boolean isClosed() {
        return facts.requireMark().closed();
    }

    /** Sequences that repairs gave up. */
    public List<Gap> gaps() {
        return facts.history().gaps();
    }

    /** Moves to the next record; false when there is none, yet or because of {@link #damage}. */
    public boolean next() {
        while (walk.next()) {
            if (sequence() >= fromSequence) {
                return true;
            }
        }
        return false;
    }

    /** The array-backed buffer that holds the record; valid until the next call of {@link #next}. */
    public DirectBuffer buffer() {
        return walk.record().buffer();
    }

    /** Where in {@link #buffer} the record begins. */
    public int offset() {
        return walk.record().offset();
    }

    /** Length of the record, bytes. */
    public int length() {
        return walk.record().length();
    }

    /** Sequence of the record. */
    public long sequence() {
        return RecordLayout.sequence(buffer(), offset());
    }

    /** Event time of the record, UTC, nanoseconds. */
    public long timeNs() {
        return RecordLayout.timeNs(buffer(), offset());
    }

    /** SBE template id of the record's message. */
    public int templateId() {
        return RecordLayout.templateId(buffer(), offset());
    }

    /** Copies the record into a ring slot, as a replay does. */
    public void copyTo(EngineEvent event) {
        event.copyFrom(buffer(), offset(), length());
    }

    /** Number of sequences that a repair gave up between the record before and this one; 0 nearly always. */
    public long missingBefore() {
        return walk.missingBefore();
    }

    /** Last sequence used up so far: the record's, or the last one of a gap behind it. */
    public long lastSequence() {
        return walk.sequence();
    }

    /** The hash chain to go on from behind {@link #lastSequence}. */
    public long lastChain() {
        return walk.chain();
    }

    /** What keeps {@link #next} from going on; null when the journal is sound up to here. */
    public @Nullable Damage damage() {
        return walk.damage();
    }

    /**
     * Makes sure that {@link #next} stopped because the journal ends there.
     *
     * @throws JournalDamagedException if it stopped at damage
     */
    public void requireSound() {
        Damage damage = walk.damage();
        if (damage != null) {
            throw new JournalDamagedException(damage);
        }
    }

    @Override
    public void close() {
        walk.close();
    }
}
