package io.lockstep.launcher.tape.bars;

/** How a data set's bar differs from the one built of the ticks. */
public enum BarClass {
    /** Not at all. */
    EQUAL("equal in open, high, low, close and volume", false),
    /** The data set lets sweeps over several exchanges move no price in core hours; by the rules of the consolidated tapes they do. */
    SWEEPS_MOVE_NO_PRICE("equal where intermarket sweeps move no price in core hours", false),
    /** The prices that differ are those of prints that only count as volume: average-price or contingent ones, for example. */
    VOLUME_ONLY_MOVES_PRICES("prints that only count as volume move prices", false),
    /** The data set leaves out prints of an auction, or has them in the interval before. */
    AUCTION_ELSEWHERE("prints of an auction are left out, or are in the interval before", false),
    /** The data set's bar has more volume than all prints of the interval: the ticks are incomplete. */
    TICKS_MISSING("more volume than the ticks have", true),
    /** There are ticks and no bar. */
    BAR_MISSING("ticks, but no bar", true),
    /** None of the above. */
    UNEXPLAINED("not explained", true);

    private final String meaning;
    private final boolean isFault;

    BarClass(String meaning, boolean isFault) {
        this.meaning = meaning;
        this.isFault = isFault;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Whether data is missing or wrong, rather than another rule being applied to it. */
    public boolean isFault() {
        return isFault;
    }
}
