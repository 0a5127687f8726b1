package io.lockstep.engine.replay;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.RecordSource;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Stands where the decision journal is while recorded inputs are taken in: holds every decision against the recorded one, byte by byte. The
 * first difference is thrown.
 *
 * <p>A process that died between an input and its decisions leaves recorded inputs without decisions at the end; these are kept, to be
 * appended before the engine goes live. They were never sent, for a decision is recorded before it may leave. That can only be so for the
 * last inputs, as many as are under way at once; {@link #requireNoneMissingUpTo} finds what is missing before.
 */
public final class PastDecisions implements EventLog {
    private static final int MOST_MISSING_BYTES = 1 << 24;

    private final RecordChain chain = new RecordChain();
    private final EngineEvent recorded = new EngineEvent();
    private RecordSource source = RecordSource.EMPTY;
    private UnsafeBuffer missing = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private int missingEnd;
    private int missingCount;
    private long firstMissingCause;
    private boolean exhausted = true;

    /** Holds decisions against a recording from now on. */
    public void compareWith(RecordSource recording) {
        LogPoint place = recording.start();
        chain.reset(place.sequence(), place.chain());
        source = recording;
        exhausted = false;
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        RecordChain.Fault fault = chain.follow(buffer, offset);
        if (fault != RecordChain.Fault.NONE) {
            throw new IllegalStateException("decision is not the next one: fault=" + fault);
        }
        if (exhausted || !source.next(recorded)) {
            exhausted = true;
            keepMissing(buffer, offset, length);
        } else if (!isEqual(buffer, offset, length)) {
            long first = Math.min(cause(recorded.buffer(), 0), cause(buffer, offset));
            throw new Divergence(first, chain.sequence(), Decisions.difference(recorded.buffer(), buffer, offset));
        }
    }

    /**
     * Checks that the recording lacks no decision of an input or of one before it: these were through when it was recorded.
     *
     * @throws Divergence if it does; names the input that led to the first one missing
     */
    public void requireNoneMissingUpTo(long inputSequence) {
        if (missingCount > 0 && firstMissingCause <= inputSequence) {
            throw new Divergence(
                    firstMissingCause,
                    chain.sequence() - missingCount + 1,
                    "recorded=nothing, decided=" + Decisions.describe(missing, 0)
                            + "; the decision journal was cut, or a power cut took its end");
        }
    }

    /** Number of decisions the recording lacks at its end. */
    public int missingCount() {
        return missingCount;
    }

    /**
     * Checks that the recording has no decision that was not reached.
     *
     * @throws Divergence if it has; names the input that led to it
     */
    public void requireNoneLeft() {
        if (!exhausted && source.next(recorded)) {
            throw new Divergence(
                    cause(recorded.buffer(), 0),
                    chain.sequence() + 1,
                    "recorded=" + Decisions.describe(recorded.buffer(), 0) + ", decided=nothing");
        }
    }

    /** Appends the decisions the recording lacks. */
    public void appendMissingTo(EventLog log) {
        for (int offset = 0; offset < missingEnd; ) {
            int length = RecordLayout.length(missing, offset);
            log.append(missing, offset, length);
            offset += length;
        }
        missingEnd = 0;
        missingCount = 0;
    }

    @Override
    public void sync() {
        // what is compared is stored
    }

    @Override
    public long lastSequence() {
        return chain.sequence();
    }

    @Override
    public long lastChain() {
        return chain.value();
    }

    @Override
    public long durableSequence() {
        return chain.sequence();
    }

    @Override
    public void close() {
        // holds nothing
    }

    private boolean isEqual(DirectBuffer buffer, int offset, int length) {
        if (recorded.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (recorded.buffer().getByte(i) != buffer.getByte(offset + i)) {
                return false;
            }
        }
        return true;
    }

    private void keepMissing(DirectBuffer buffer, int offset, int length) {
        if (missingEnd + length > missing.capacity()) {
            int capacity = Math.max(missing.capacity() * 2, missingEnd + length);
            if (capacity > MOST_MISSING_BYTES) {
                throw new Divergence(
                        cause(buffer, offset),
                        chain.sequence(),
                        "the decision journal ends long before the inputs do: missing=" + missingCount);
            }
            UnsafeBuffer larger = new UnsafeBuffer(new byte[capacity]);
            larger.putBytes(0, missing, 0, missingEnd);
            missing = larger;
        }
        if (missingCount == 0) {
            firstMissingCause = cause(buffer, offset);
        }
        missing.putBytes(missingEnd, buffer, offset, length);
        missingEnd += length;
        missingCount++;
    }

    static long cause(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + RecordLayout.BODY_OFFSET);
    }
}
