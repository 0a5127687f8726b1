package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.launcher.swarm.machine.CrashSwitch.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One log on the simulated disk: keeps every byte of what was appended and remembers how much of it was synced. The process can die before and after
 * each append; what was appended outlives it, what was not synced may be cut off.
 */
public final class SimulatedLog implements EventLog {
    private final CrashSwitch steps;
    private UnsafeBuffer stored = new UnsafeBuffer(new byte[1 << 18]);
    private int[] offsets = new int[2_048];
    private int count;
    private int durable;
    private long chain;
    private BooleanSupplier syncFails = () -> false;

    SimulatedLog(CrashSwitch steps) {
        this.steps = steps;
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        steps.step(Step.BEFORE_APPEND);
        int start = offsets[count];
        if (start + length > stored.capacity()) {
            stored = new UnsafeBuffer(Arrays.copyOf(stored.byteArray(), 2 * stored.capacity()));
        }
        if (count + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        stored.putBytes(start, buffer, offset, length);
        chain = RecordChain.after(stored, start);
        offsets[++count] = start + length;
        steps.step(Step.AFTER_APPEND);
    }

    @Override
    public void sync() {
        steps.step(Step.BEFORE_SYNC);
        if (syncFails.getAsBoolean()) {
            throw new UncheckedIOException(new IOException("the simulated device refuses"));
        }
        durable = count;
        steps.step(Step.AFTER_SYNC);
    }

    @Override
    public long lastSequence() {
        return count;
    }

    @Override
    public long lastChain() {
        return chain;
    }

    @Override
    public long durableSequence() {
        return durable;
    }

    @Override
    public void close() {
        durable = count;
    }

    /** Asked at each sync whether the device refuses. */
    void syncFails(BooleanSupplier refuses) {
        syncFails = refuses;
    }

    /** The bytes; valid until the next append. */
    public DirectBuffer buffer() {
        return stored;
    }

    /** Where a record begins, by its sequence from 1. */
    public int offset(long sequence) {
        return offsets[(int) sequence - 1];
    }

    /** Keeps the records up to a sequence only, as a loss of power may. */
    void cutBehind(long sequence) {
        count = (int) sequence;
        chain = count == 0 ? 0 : RecordChain.after(stored, offsets[count - 1]);
        durable = Math.min(durable, count);
    }

    /** Takes over another log's records up to a sequence. */
    void copyFrom(SimulatedLog other, long sequence) {
        count = (int) sequence;
        offsets = Arrays.copyOf(other.offsets, Math.max(count + 2, 16));
        stored = new UnsafeBuffer(Arrays.copyOf(other.stored.byteArray(), Math.max(offsets[count], 1_024)));
        chain = count == 0 ? 0 : RecordChain.after(stored, offsets[count - 1]);
        durable = count;
    }

    /** A number over all bytes. */
    long hash() {
        long hash = chain;
        return hash * 31 + count;
    }

    /** Reads the records from the first to a last one. */
    public RecordSource upTo(long last) {
        return new RecordSource() {
            private int next;

            @Override
            public boolean next(EngineEvent into) {
                if (next == last) {
                    return false;
                }
                int offset = offsets[next++];
                into.copyFrom(stored, offset, RecordLayout.length(stored, offset));
                return true;
            }
        };
    }

    /** Reads all records there are now. */
    public RecordSource records() {
        return upTo(count);
    }
}
