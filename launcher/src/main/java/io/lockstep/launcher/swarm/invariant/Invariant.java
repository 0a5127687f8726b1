package io.lockstep.launcher.swarm.invariant;

/** What must be true, by the numbers of the reliability requirements; those that mean nothing in one simulated process are not here. */
public enum Invariant {
    /** No order leaves before its journal record, nor before that is synced where power may be lost. */
    I1("journaled before sent"),
    /** At most one accepted order for each intent, in the venue's ledger. */
    I2("one order per intent"),
    /** Positions are the sum of unique fills, and in the end the venue's. */
    I3("positions"),
    /** Cash with fees is the venue's to the last unit. */
    I4("cash"),
    /** Exposure at its worst is within its limits at every event of the venue. */
    I5("exposure"),
    /** Fills are no more than was ordered, or it is flagged. */
    I6("fills within quantity"),
    /** An unknown order ends by the venue's word or by the proof of its absence. */
    I7("unknown ends by evidence"),
    /** After a kill nothing new is decided or leaves. */
    I8("killed stays killed"),
    /** A kill ends with no order of ours open at the venue. */
    I9("kill ends empty"),
    /** A replay of the journal decides the same and ends in the same state, and a second run gives the same bytes. */
    I10("replay is exact"),
    /** No order between a start or reconnect and equal books. */
    I12("reconciled before orders"),
    /** No order on data that is too old. */
    I13("fresh data only"),
    /** Only legal moves of orders. */
    I14("legal moves"),
    /** A minute after the faults it runs, or stands with a reason. */
    I15("recovers or says why"),
    /** Whatever is handed to the process is in the journal, byte for byte. */
    I16("nothing lost"),
    /** Open orders and feedback stay bounded. */
    I17("bounded"),
    /** No order while clocks disagree; time in events never runs backwards for the engine. */
    I24("clocks agree");

    private final String words;

    Invariant(String words) {
        this.words = words;
    }

    /** What it says, in a few words. */
    public String words() {
        return words;
    }
}
