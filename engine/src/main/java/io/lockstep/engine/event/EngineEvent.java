package io.lockstep.engine.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One slot of the ring: an input record, and what the handlers made of it on its way down the pipeline.
 *
 * <pre>
 *   publisher ──► input ──► IndicatorHandler ──► derived ──► StrategyHandler ──► intents ──► RiskHandler ──► decisions ──► RoutingHandler
 * </pre>
 *
 * <p>A publisher encodes its SBE message at {@link RecordLayout#MESSAGE_OFFSET} of {@link #buffer()} and completes it with
 * {@link #complete}; the journal handler seals it. Preallocated; owned by whoever the ring says.
 */
public final class EngineEvent {
    private static final int INTENTS_ROOM = 16 * RecordLayout.MAX_LENGTH;
    private static final int DECISIONS_ROOM = 8 * RecordLayout.MAX_LENGTH;
    private static final int USUAL_ROOM = 2 * RecordLayout.MAX_LENGTH;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordLayout.MAX_LENGTH]);
    private final DerivedFacts derived = new DerivedFacts();
    private final RecordBuffer intents = new RecordBuffer(INTENTS_ROOM, USUAL_ROOM);
    private final RecordBuffer decisions = new RecordBuffer(DECISIONS_ROOM, USUAL_ROOM);
    private final StateHash stateHash = new StateHash();
    private boolean checkpoint;
    private long slot;
    private long publishedNs;

    /** The record; message at {@link RecordLayout#MESSAGE_OFFSET}. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /**
     * Completes the input record after its message was encoded.
     *
     * @param messageEnd index behind the last byte of the message
     * @param timeNs when the engine received it, UTC, nanoseconds
     */
    public void complete(int messageEnd, long timeNs) {
        RecordLayout.length(buffer, 0, messageEnd);
        RecordLayout.timeNs(buffer, 0, timeNs);
    }

    /**
     * Blanks what a message may leave unwritten between its first fields, so that equal events are equal bytes, whatever the slot held before;
     * publishers do so when the slot is claimed.
     */
    public void blankPadding() {
        buffer.putLong(RecordLayout.BODY_OFFSET, 0);
    }

    /** Copies a whole record, as a replay does. */
    public void copyFrom(DirectBuffer source, int offset, int length) {
        buffer.putBytes(0, source, offset, length);
    }

    /** Length of the record, bytes. */
    public int length() {
        return RecordLayout.length(buffer, 0);
    }

    /** SBE template id of the message. */
    public int templateId() {
        return RecordLayout.templateId(buffer, 0);
    }

    /** Journal sequence; valid once the event has been sealed. */
    public long sequence() {
        return RecordLayout.sequence(buffer, 0);
    }

    /** When the engine received it, UTC, nanoseconds. */
    public long timeNs() {
        return RecordLayout.timeNs(buffer, 0);
    }

    /** What the indicator handler derived: bars closed, indicator values changed, top of book. */
    public DerivedFacts derived() {
        return derived;
    }

    /** What strategies ask for: signals and order intents. */
    public RecordBuffer intents() {
        return intents;
    }

    /** What the risk handler decided. */
    public RecordBuffer decisions() {
        return decisions;
    }

    /** Whether a checkpoint follows this event; the indicator stage says so. */
    public boolean isCheckpoint() {
        return checkpoint;
    }

    /** Has a checkpoint follow this event, or not. */
    public void checkpoint(boolean due) {
        checkpoint = due;
    }

    /** Hash of the stages' state after this event, built up stage by stage; only meaningful at a checkpoint. */
    public StateHash stateHash() {
        return stateHash;
    }

    /**
     * Sets the journal sequence; the publisher does so when the event's place in the total order is known.
     */
    public void sequence(long sequence) {
        buffer.putLong(RecordLayout.SEQUENCE_OFFSET, sequence);
    }

    /** Position in the ring, set by the publisher that claimed it. */
    public long slot() {
        return slot;
    }

    /** Sets the position in the ring. */
    public void slot(long slot) {
        this.slot = slot;
    }

    /** Monotonic time of publication, nanoseconds, for latency histograms only; 0 when not measured. */
    public long publishedNs() {
        return publishedNs;
    }

    /** Sets the monotonic time of publication. */
    public void publishedNs(long publishedNs) {
        this.publishedNs = publishedNs;
    }

    /** Forgets what handlers wrote for the slot's last event. */
    public void clearOutputs() {
        derived.clear();
        intents.clear();
        decisions.clear();
    }
}
