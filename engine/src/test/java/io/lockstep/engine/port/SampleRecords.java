package io.lockstep.engine.port;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes sealed records of seeded length and content, one after the other; their time goes on by a fixed step. */
public final class SampleRecords {
    private static final long FIRST_TIME_NS = 1_700_000_000_000_000_000L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private final SplittableRandom random;
    private final RecordChain chain;
    private final long stepNs;

    /**
     * Makes records from the first on.
     *
     * @param seed decides lengths and contents
     * @param stepNs time from one record to the next, nanoseconds
     */
    public SampleRecords(long seed, long stepNs) {
        this(seed, stepNs, 0, 0);
    }

    /** Makes records that continue a log. */
    public SampleRecords(long seed, long stepNs, long lastSequence, long lastChain) {
        this.random = new SplittableRandom(seed);
        this.stepNs = stepNs;
        this.chain = new RecordChain(lastSequence, lastChain);
    }

    /** Puts the next record into {@link #buffer} at offset 0, and says how long it is. */
    public int next() {
        int length = random.nextInt(RecordLayout.BODY_OFFSET, 300);
        for (int i = RecordLayout.MESSAGE_OFFSET; i < length; i++) {
            buffer.putByte(i, (byte) random.nextInt());
        }
        RecordLayout.length(buffer, 0, length);
        RecordLayout.timeNs(buffer, 0, FIRST_TIME_NS + chain.sequence() * stepNs);
        chain.seal(buffer, 0);
        return length;
    }

    /** Appends the next records to a log. */
    public void appendTo(EventLog log, int count) {
        for (int i = 0; i < count; i++) {
            int length = next();
            log.append(buffer, 0, length);
        }
    }

    /** The record last made, at offset 0. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** The chain behind the record last made. */
    public RecordChain chain() {
        return chain;
    }
}
