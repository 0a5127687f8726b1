package io.lockstep.engine.risk;

import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * What the risk gate enforces.
 *
 * @param instruments limits of each instrument; an instrument without limits cannot be traded
 * @param collarBps how far a price may be from the reference, basis points
 * @param maxNewPerSecond new orders and changes in any second; cancels are never throttled
 * @param maxNewPerMinute new orders and changes in any minute
 * @param maxOpenOrders orders open, in flight or unknown at once
 * @param maxDataAgeMs oldest market data an order may be based on, milliseconds
 */
public record RiskSettings(
        @Setting(help = "limits of each instrument") List<InstrumentLimits> instruments,

        @Setting(
                help = "how far a price may be from the reference",
                unit = "basis points",
                fallback = "100",
                least = "1",
                most = "5000")
        int collarBps,

        @Setting(help = "new orders and changes in any second", fallback = "5", least = "1", most = "10000")
        int maxNewPerSecond,

        @Setting(help = "new orders and changes in any minute", fallback = "120", least = "1", most = "100000")
        int maxNewPerMinute,

        @Setting(help = "orders open, in flight or unknown at once", fallback = "10", least = "1", most = "4096")
        int maxOpenOrders,

        @Setting(
                help = "oldest market data an order may be based on",
                unit = "milliseconds",
                fallback = "2000",
                least = "1",
                most = "86400000")
        long maxDataAgeMs) {

    /** Copies the list; checks what one key cannot. */
    public RiskSettings {
        instruments = List.copyOf(instruments);
        long symbols =
                instruments.stream().map(InstrumentLimits::symbol).distinct().count();
        if (symbols < instruments.size()) {
            throw new IllegalArgumentException("an instrument has limits twice: symbols="
                    + instruments.stream().map(InstrumentLimits::symbol).toList());
        }
        if (maxNewPerMinute < maxNewPerSecond) {
            throw new IllegalArgumentException("a minute allows less than a second: maxNewPerMinute=" + maxNewPerMinute
                    + ", maxNewPerSecond=" + maxNewPerSecond);
        }
    }
}
