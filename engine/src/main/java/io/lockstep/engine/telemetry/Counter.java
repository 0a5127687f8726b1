package io.lockstep.engine.telemetry;

/** What is counted. Each counter has one writing stage. */
public enum Counter {
    /** Events taken from the ring. */
    EVENTS("events taken from the ring"),
    /** Input records appended to the journal. */
    JOURNALED("input records appended to the journal"),
    /** Bars closed. */
    BARS("bars closed"),
    /** Trades or bars that came after their bar had closed; not in any bar. */
    LATE_TRADES("trades later than their bar, in no bar"),
    /** Trades a venue took back or corrected. */
    TRADES_CORRECTED("trades taken back or corrected"),
    /** Bars that keep a trade a venue took back or lack one it corrected: handed out before, or longer than what is remembered. */
    CORRECTIONS_TOO_LATE("bars a correction came too late for"),
    /** Trades or bars not used because the instrument's bars are made from the other kind. */
    BAR_SOURCE_IGNORED("trades or bars not used for bars"),
    /** Bars longer than a declared timeframe, or no divisor of it. */
    BARS_TOO_LONG("input bars that do not fit a timeframe"),
    /** Signals of strategies. */
    SIGNALS("signals of strategies"),
    /** Signals a strategy chose not to act on, all reasons. */
    SUPPRESSED("signals not acted on"),
    /** Order intents of strategies. */
    INTENTS("order intents of strategies"),
    /** Intents that found no room in their event. */
    INTENTS_OVERFLOWED("intents without room in their event"),
    /** Signals and order intents of strategies that only warm up. */
    HELD_BACK("signals and intents held back while warming up"),
    /** Strategies stopped by an exception. */
    STRATEGY_FAILURES("strategies stopped by an exception"),
    /** Timers fired. */
    TIMERS("timers fired"),
    /** Commands that passed the risk gate. */
    ACCEPTED("commands accepted by the risk gate"),
    /** Commands denied by the risk gate. */
    DENIED("commands denied by the risk gate"),
    /** Fills booked. */
    FILLS("fills booked"),
    /** Fills seen before, dropped. */
    DUPLICATE_FILLS("fills seen before, dropped"),
    /** Reports no legal move fits; the order kept its state. */
    ILLEGAL_REPORTS("reports no legal move fits"),
    /** Reports on orders that are not ours or long closed. */
    FOREIGN_REPORTS("reports on orders not ours"),
    /** Reports that name no account, instrument, side, price or quantity of this run; not booked. */
    MALFORMED_REPORTS("reports that cannot be booked"),
    /** Operator commands that name no scope of this run, or that the ladder does not allow. */
    COMMANDS_REFUSED("operator commands refused"),
    /** Fills beyond the ordered quantity; booked. */
    OVERFILLS("fills beyond the ordered quantity"),
    /** Cash movements booked that were no trade. */
    CASH_MOVEMENTS("cash movements booked"),
    /** Cash movements seen before, dropped. */
    DUPLICATE_MOVEMENTS("cash movements seen before, dropped"),
    /** Prices so large that positions could not be valued by them; the values before stay. */
    PRICES_IGNORED("prices too large to value by"),
    /** Decisions journaled. */
    DECISIONS("decisions journaled"),
    /** Orders handed to a gateway. */
    SENT("commands handed to a gateway"),
    /** Commands stopped by the kill latch at the last step. */
    LATCHED("commands stopped by the kill latch"),
    /** Feedback events waiting for room in the ring. */
    FEEDBACK_WAITING("feedback events waiting for room"),
    /** Market data events conflated because the ring was full. */
    CONFLATED("market data conflated, ring full"),
    /** Errors in listeners, which are not allowed to stop the engine. */
    LISTENER_FAILURES("errors in listeners");

    private final String label;

    Counter(String label) {
        this.label = label;
    }

    /** What it counts, for people. */
    public String label() {
        return label;
    }
}
