package io.lockstep.strategies.micro;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;
import java.math.RoundingMode;

/**
 * Parameters of {@link ObiScalperStrategy}.
 *
 * @param enter size of the signal that enters
 * @param leave size of the signal below which an unfilled entry is cancelled, and beyond which, on the other side, a position is left
 * @param updates updates the signal must last
 * @param lastsNs time the signal must last, nanoseconds
 * @param spreadTicks widest spread to enter at
 * @param edgeTicks least distance of microprice and middle in the signal's direction, ticks
 * @param lot largest order, base currency, E8
 * @param levelShare largest order as a share of the level joined, E8
 * @param orderLifeNs how long an entry may wait, nanoseconds
 * @param quoteAgeNs oldest quote to enter on, nanoseconds
 * @param targetTicks gain at which the target rests
 * @param stopTicks loss at which it gives up
 * @param holdNs longest time a position is held, nanoseconds
 * @param ordersPerMinute most entries a minute
 * @param stopsInRow stops in a row that make it pause
 * @param pauseNs how long it pauses, nanoseconds
 * @param feeTicks fees of a round trip, ticks
 * @param allowShort whether it may be short
 * @param capital what it may work with at the start, quote currency, E8
 * @param dayLoss loss of a day that ends it for the day, fraction, E8
 */
record ObiSettings(
        double enter,
        double leave,
        int updates,
        long lastsNs,
        int spreadTicks,
        double edgeTicks,
        long lot,
        long levelShare,
        long orderLifeNs,
        long quoteAgeNs,
        int targetTicks,
        int stopTicks,
        long holdNs,
        int ordersPerMinute,
        int stopsInRow,
        long pauseNs,
        double feeTicks,
        boolean allowShort,
        long capital,
        long dayLoss) {

    static ObiSettings read(StrategyParameters parameters) {
        ObiSettings settings = new ObiSettings(
                parameters.number("enter", 0.55, 0.01, 1),
                parameters.number("leave", 0.2, 0, 1),
                parameters.integer("updates", 3, 1, 1_000),
                parameters.duration("lasts", "50ms", "0ms", "1m").toNanos(),
                parameters.integer("spreadTicks", 1, 1, 1_000),
                parameters.number("edgeTicks", 0.25, 0, 1_000),
                parameters.exact("lot", "0.01", "0.00000001", "1000000"),
                parameters.exact("levelShare", "0.10", "0.0001", "1"),
                parameters.duration("orderLife", "500ms", "1ms", "1h").toNanos(),
                parameters.duration("quoteAge", "200ms", "1ms", "1m").toNanos(),
                parameters.integer("targetTicks", 2, 1, 1_000),
                parameters.integer("stopTicks", 3, 1, 1_000),
                parameters.duration("hold", "3s", "1ms", "1h").toNanos(),
                parameters.integer("ordersPerMinute", 60, 1, 10_000),
                parameters.integer("stopsInRow", 3, 1, 100),
                parameters.duration("pause", "30s", "0s", "1d").toNanos(),
                parameters.number("feeTicks", 0, 0, 1_000),
                parameters.flag("allowShort", true),
                parameters.exact("capital", "10000", "0.00000001", "1000000000"),
                parameters.exact("dayLoss", "0.005", "0", "1"));
        parameters.requireRule(settings.leave() < settings.enter(), "leave", "less than enter");
        return settings;
    }

    /** A level's share as an order, E8, at most the largest order. */
    long quantityAt(long levelQuantity) {
        long share = FixedPoint.multiply(levelQuantity, levelShare, RoundingMode.DOWN);
        return Math.min(lot, share);
    }
}
