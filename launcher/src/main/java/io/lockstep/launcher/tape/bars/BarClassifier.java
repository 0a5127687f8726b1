package io.lockstep.launcher.tape.bars;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.NyseCalendar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the rule by which the prints of an interval give the data set's bar. */
final class BarClassifier {
    private final NyseCalendar calendar = NyseCalendar.shared();

    /**
     * Explains a bar.
     *
     * @param theirs the data set's bar
     * @param built the engine's bar of the same interval
     * @param prints trades of the interval
     * @param following trades of the next interval: auctions print a moment late
     */
    BarClass classify(PriceBar theirs, PriceBar built, List<Print> prints, List<Print> following) {
        if (theirs.equals(built)) {
            return BarClass.EQUAL;
        }
        long start = theirs.openTimeNs();
        PrintRule rule = isCore(start) ? PrintRule.SWEEPS_STILL : PrintRule.AS_FLAGGED;
        if (theirs.equals(rule.bar(start, prints))) {
            return BarClass.SWEEPS_MOVE_NO_PRICE;
        }
        if (isMovedByVolumeOnly(theirs, rule, prints)) {
            return BarClass.VOLUME_ONLY_MOVES_PRICES;
        }
        if (isAuctionElsewhere(theirs, rule, prints, following)) {
            return BarClass.AUCTION_ELSEWHERE;
        }
        return theirs.volume() > volume(prints) ? BarClass.TICKS_MISSING : BarClass.UNEXPLAINED;
    }

    /** The volume is that of the prints, and every price that differs is one of a print that only counts as volume. */
    private static boolean isMovedByVolumeOnly(PriceBar theirs, PrintRule rule, List<Print> prints) {
        PriceBar built = rule.bar(theirs.openTimeNs(), prints);
        if (built == null || built.volume() != theirs.volume()) {
            return false;
        }
        Set<Long> held = prints.stream()
                .filter(each -> each.volume() > 0 && !each.movesHighLow())
                .map(Print::price)
                .collect(Collectors.toSet());
        return fits(theirs.open(), built.open(), built.open(), held)
                && fits(theirs.high(), built.high(), built.high(), held)
                && fits(theirs.low(), built.low(), built.low(), held)
                && fits(theirs.close(), built.close(), built.close(), held);
    }

    /**
     * No more volume is gone than the auction of this interval had and none is too much but the next one's; every price is an auction's, or
     * the interval's with its auction or without it.
     */
    private static boolean isAuctionElsewhere(
            PriceBar theirs, PrintRule rule, List<Print> prints, List<Print> following) {
        PriceBar with = rule.bar(theirs.openTimeNs(), prints);
        PriceBar without = rule.bar(
                theirs.openTimeNs(),
                prints.stream().filter(each -> !each.auction()).toList());
        if (with == null || without == null) {
            return false;
        }
        long gone = with.volume() - theirs.volume();
        Set<Long> auction = Stream.concat(prints.stream(), following.stream())
                .filter(Print::auction)
                .map(Print::price)
                .collect(Collectors.toSet());
        return gone != 0
                && gone <= auctionVolume(prints)
                && -gone <= auctionVolume(following)
                && fits(theirs.open(), with.open(), without.open(), auction)
                && fits(theirs.high(), with.high(), without.high(), auction)
                && fits(theirs.low(), with.low(), without.low(), auction)
                && fits(theirs.close(), with.close(), without.close(), auction);
    }

    private static boolean fits(long theirs, long built, long without, Set<Long> others) {
        return theirs == built || theirs == without || others.contains(theirs);
    }

    private static long auctionVolume(List<Print> prints) {
        return prints.stream().filter(Print::auction).mapToLong(Print::volume).sum();
    }

    private static long volume(List<Print> prints) {
        return prints.stream().mapToLong(Print::quantity).sum();
    }

    private boolean isCore(long timeNs) {
        return calendar.covers(timeNs) && calendar.sessionAt(timeNs) == MarketSession.CORE;
    }
}
