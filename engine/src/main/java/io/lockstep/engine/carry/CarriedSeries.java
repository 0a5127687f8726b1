package io.lockstep.engine.carry;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.CarriedSeriesDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import java.util.function.LongConsumer;

/** One part of a series of numbers that a control counts with; a flyweight over its event. */
public final class CarriedSeries {
    /** Name of the series of fills that were booked, by the keys they are known by. */
    public static final String BOOKED_FILLS = "BOOKED_FILLS";

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final CarriedSeriesDecoder decoder = new CarriedSeriesDecoder();

    /** Reads an event, which must be a CarriedSeries. */
    public CarriedSeries wrap(EngineEvent event) {
        decoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return this;
    }

    /** Whether it is the series of a name. */
    public boolean isNamed(String name) {
        return decoder.name().equals(name);
    }

    /** What the numbers are about. */
    public ScopeKind scope() {
        return decoder.scopeKind();
    }

    /** Which one they are about. */
    public int scopeId() {
        return decoder.scopeId();
    }

    /** The numbers of this part, oldest first, where {@link #forEach} does not do; once. Allocates. */
    public long[] values() {
        CarriedSeriesDecoder.ValuesDecoder values = decoder.values();
        long[] all = new long[values.count()];
        for (int i = 0; i < all.length; i++) {
            all[i] = values.next().value();
        }
        return all;
    }

    /** Shows the numbers of this part, oldest first; once. */
    public void forEach(LongConsumer reader) {
        CarriedSeriesDecoder.ValuesDecoder values = decoder.values();
        while (values.hasNext()) {
            reader.accept(values.next().value());
        }
    }
}
