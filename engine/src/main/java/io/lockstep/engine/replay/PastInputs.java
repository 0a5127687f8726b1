package io.lockstep.engine.replay;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.LogPoint;
import org.agrona.DirectBuffer;

/** Stands where the input journal is while recorded inputs are taken in: they are stored already, only their chain is followed. */
public final class PastInputs implements EventLog {
    private final RecordChain chain = new RecordChain();

    /** Goes on from a place, before the first record. */
    public void startAt(LogPoint place) {
        chain.reset(place.sequence(), place.chain());
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        RecordChain.Fault fault = chain.follow(buffer, offset);
        if (fault != RecordChain.Fault.NONE) {
            throw new IllegalStateException(
                    "input is not the next one: sequence=" + (chain.sequence() + 1) + ", fault=" + fault);
        }
    }

    @Override
    public void sync() {
        // what is read is stored
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
}
