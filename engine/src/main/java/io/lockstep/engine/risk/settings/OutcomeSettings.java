package io.lockstep.engine.risk.settings;

import io.lockstep.engine.settings.Setting;

/**
 * How orders without an answer are followed up. An order counts as never accepted only when the venue's query, open orders and fills have twice
 * come back without it, all asked for after its sending plus receive window, clock error, the venue's own time-out and a margin.
 *
 * @param ackTimeoutMs how long a request may be unanswered before its outcome counts as unknown, milliseconds
 * @param recvWindowMs how old a request may be for the venue to take it, milliseconds
 * @param clockErrorMs largest error of that age, milliseconds
 * @param venueTimeoutMs how long the venue itself may work on a request, milliseconds
 * @param marginMs added to all that, milliseconds
 * @param orphans what is done about orders at the venue that nobody here knows
 */
public record OutcomeSettings(
        @Setting(
                help = "how long a request may be unanswered",
                unit = "milliseconds",
                fallback = "5000",
                least = "100",
                most = "600000")
        long ackTimeoutMs,

        @Setting(
                help = "how old a request may be for the venue to take it",
                unit = "milliseconds",
                fallback = "1000",
                least = "1",
                most = "60000")
        long recvWindowMs,

        @Setting(
                help = "largest error of the clocks",
                unit = "milliseconds",
                fallback = "250",
                least = "0",
                most = "60000")
        long clockErrorMs,

        @Setting(
                help = "how long the venue may work on a request",
                unit = "milliseconds",
                fallback = "10000",
                least = "0",
                most = "600000")
        long venueTimeoutMs,

        @Setting(help = "added to all that", unit = "milliseconds", fallback = "2000", least = "0", most = "600000")
        long marginMs,

        @Setting(help = "what is done about orders at the venue that nobody here knows", fallback = "report")
        OrphanPolicy orphans) {

    /** The defaults. */
    public static OutcomeSettings defaults() {
        return new OutcomeSettings(5_000, 1_000, 250, 10_000, 2_000, OrphanPolicy.REPORT);
    }

    /** From the sending of an order to the moment its absence may be believed, nanoseconds. */
    public long horizonNs() {
        return (recvWindowMs + clockErrorMs + venueTimeoutMs + marginMs) * 1_000_000;
    }
}
