package io.lockstep.engine.telemetry;

/** Parts of an event's way that are timed. */
public enum LatencyStage {
    /** From publication to the first handler: the ring. */
    QUEUE("ring"),
    /** Sealing and appending to the journal. */
    JOURNAL("journal"),
    /** Bars and indicators. */
    INDICATOR("indicators"),
    /** Strategies. */
    STRATEGY("strategies"),
    /** Risk gate and booking. */
    RISK("risk"),
    /** Decisions journaled and handed to the gateway. */
    ROUTING("routing"),
    /** From publication to the end of the last handler. */
    TOTAL("total"),
    /** The same, of events that caused an order. */
    TICK_TO_TRADE("tick to trade");

    private final String label;

    LatencyStage(String label) {
        this.label = label;
    }

    /** Name for people. */
    public String label() {
        return label;
    }
}
