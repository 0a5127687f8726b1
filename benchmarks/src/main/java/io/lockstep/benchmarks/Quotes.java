package io.lockstep.benchmarks;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.Venue;

/** A steady stream of quotes whose price swings slowly, so that strategies have something to do. */
final class Quotes {
    static final Instrument BTCUSDT = new Instrument(
            0,
            Venue.SIMULATED,
            AssetClass.SPOT,
            "BTCUSDT",
            "BTC",
            "USDT",
            FixedPoint.ONE / 100,
            FixedPoint.ONE / 100_000,
            FixedPoint.ONE / 100_000,
            9_000 * FixedPoint.ONE,
            5 * FixedPoint.ONE,
            FixedPoint.ONE,
            0,
            0);

    private static final long BASE = 60_000 * FixedPoint.ONE;
    private static final long TICK = FixedPoint.ONE / 100;
    private static final int SWING = 4_096;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TopOfBookEncoder quote = new TopOfBookEncoder();
    private long count;

    /** Writes the next quote into a slot, a microsecond after the last. */
    void write(EngineEvent event) {
        long step = count & (2 * SWING - 1);
        long bid = BASE + TICK * Math.min(step, 2 * SWING - step);
        long timeNs = 1_700_000_000_000_000_000L + count * 1_000;
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(0)
                .exchangeTimeNs(timeNs)
                .updateId(count)
                .bidPrice(bid)
                .bidQuantity(FixedPoint.ONE)
                .askPrice(bid + TICK)
                .askQuantity(FixedPoint.ONE)
                .flags()
                .clear();
        event.complete(quote.limit(), timeNs);
        count++;
    }
}
