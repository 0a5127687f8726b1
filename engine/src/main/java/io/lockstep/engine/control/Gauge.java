package io.lockstep.engine.control;

/** A figure of the control file: how an engine stands right now. Zero until it is first written. Times are UTC, ms. */
public enum Gauge {
    /** 1 once the engine has taken in its past and handles live events. */
    LIVE("past taken in, handling live events"),
    /** Code of the engine's own trading state, {@code io.lockstep.engine.sbe.TradingState}. */
    TRADING_STATE("trading state of the engine"),
    /** Instruments strategies are subscribed to. */
    SUBSCRIPTIONS("instruments subscribed to"),
    /** When market data was last handled. */
    MARKET_MS("last market data event"),
    /** When a bar last closed. */
    BAR_MS("last bar"),
    /** When a decision was last made. */
    DECISION_MS("last decision"),
    /** When a command was last handed to a gateway. */
    SENT_MS("last command sent"),
    /** When a venue last answered on an order. */
    ANSWER_MS("last answer of a venue"),
    /** Orders open, in flight or unknown. */
    OPEN_ORDERS("orders open, in flight or unknown"),
    /** Orders whose outcome is unknown. */
    UNKNOWN_ORDERS("orders whose outcome is unknown"),
    /** Accounts at real venues not reconciled, or not cleanly. */
    UNRECONCILED("accounts not reconciled"),
    /** When an account was last reconciled. */
    RECONCILED_MS("last reconciliation"),
    /** Market data connections that are not up. */
    MARKET_DOWN("market data connections down"),
    /** Private streams that are not proven. */
    PRIVATE_DOWN("private streams not ready"),
    /** Order entry connections that are not up. */
    ORDER_ENTRY_DOWN("order entry connections down"),
    /** The venue's clock less ours, as last measured, nanoseconds; of several venues, that of the last one. */
    CLOCK_OFFSET_NS("distance to the venue's clock, ns"),
    /** When a venue's clock was last measured. */
    CLOCK_MS("last clock sample"),
    /** Input sequence the device vouches for. */
    DURABLE("durable input sequence"),
    /** Room left where the journal is, bytes. */
    DISK_FREE("free disk space, bytes"),
    /** Alerts waiting for a receiver. */
    ALERTS_PENDING("alerts waiting for a receiver"),
    /** Alerts a receiver has. */
    ALERTS_DELIVERED("alerts delivered"),
    /** Alerts given up: dead letters. */
    ALERTS_DEAD("alerts given up"),
    /** Alerts that found the queue full; still in the journal, and found again at the next start. */
    ALERTS_OVERFLOWED("alerts beyond the queue"),
    /** Operators' requests answered. */
    REQUESTS("operators' requests answered");

    private final String label;

    Gauge(String label) {
        this.label = label;
    }

    /** What it says, for people. */
    public String label() {
        return label;
    }
}
