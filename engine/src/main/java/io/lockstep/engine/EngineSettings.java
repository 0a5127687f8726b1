package io.lockstep.engine;

import io.lockstep.engine.settings.Setting;

/**
 * How the engine runs; nothing here changes what it decides, except {@code barCloseDelayMs} and {@code timerIntervalMs}, which are part of
 * the configuration hash like all else.
 *
 * @param threading one thread for all handlers, or one each
 * @param waitMode how threads wait for events
 * @param ringSize slots in the ring, a power of two
 * @param checkpointEvery inputs between two state hashes in the decision journal
 * @param latencySampleEvery every n-th event is timed by stage, 0 for none
 * @param barCloseDelayMs how long a bar waits for late trades when no later trade closes it, milliseconds
 * @param timerIntervalMs distance of timer events, milliseconds
 * @param drainMs how long a stop waits until open orders at connected venues are cancelled, milliseconds
 * @param rememberedOrders orders that are over and still known when something is said of them late; their memory is taken at the start
 */
public record EngineSettings(
        @Setting(help = "one thread for all handlers, or one each", fallback = "fused")
        Threading threading,

        @Setting(help = "how threads wait for events", fallback = "auto")
        WaitMode waitMode,

        @Setting(help = "slots in the ring, a power of two", fallback = "4096", least = "8", most = "1048576")
        int ringSize,

        @Setting(
                help = "inputs between two state hashes",
                unit = "events",
                fallback = "65536",
                least = "1",
                most = "100000000")
        long checkpointEvery,

        @Setting(
                help = "every n-th event is timed by stage, 0 for none",
                unit = "events",
                fallback = "64",
                least = "0",
                most = "1000000")
        int latencySampleEvery,

        @Setting(
                help = "how long a bar waits for late trades",
                unit = "milliseconds",
                fallback = "250",
                least = "0",
                most = "60000")
        long barCloseDelayMs,

        @Setting(
                help = "distance of timer events",
                unit = "milliseconds",
                fallback = "100",
                least = "1",
                most = "60000")
        long timerIntervalMs,

        @Setting(
                help = "how long a stop waits until open orders at connected venues are cancelled",
                unit = "milliseconds",
                fallback = "30000",
                least = "0",
                most = "600000")
        long drainMs,

        @Setting(
                help = "orders that are over and still known when something is said of them late",
                unit = "orders",
                fallback = "16384",
                least = "64",
                most = "1048576")
        int rememberedOrders) {

    /** Checks what one key cannot. */
    public EngineSettings {
        if (Integer.bitCount(ringSize) != 1) {
            throw new IllegalArgumentException("not a power of two: ringSize=" + ringSize);
        }
    }

    /** The defaults. */
    public static EngineSettings defaults() {
        return new EngineSettings(Threading.FUSED, WaitMode.AUTO, 4096, 65_536, 64, 250, 100, 30_000, 16_384);
    }
}
