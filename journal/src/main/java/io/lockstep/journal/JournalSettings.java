package io.lockstep.journal;

import io.lockstep.engine.settings.Setting;
import io.lockstep.journal.rollfile.RollPeriod;

/**
 * How a journal is kept.
 *
 * @param rollEvery how often a new roll file begins, by event time, UTC; fixed once the journal has records
 * @param durability what survives a power cut
 * @param syncIntervalMs for {@code BOUNDED}: milliseconds between two syncs
 * @param blockBytes step by which a roll file grows; a power of two; fixed once the journal has records
 * @param pretouchAheadBytes how far ahead of the writer pages are touched; 0 for not at all
 * @param lowFreeBytes free space below which no new risk may be taken
 * @param lowFreePercent the same as a share of the file system, percent
 * @param criticalFreeBytes free space below which the engine must stop
 * @param keepFiles newest roll files that trimming leaves; 0 for all
 * @param keepBytes bytes of records that trimming leaves; 0 for all
 * @param epochRecords inputs of the current epoch from which on a start opens a new one; 0 for never
 * @param keepEpochs epochs that ended which a change of epochs leaves; 0 for all
 * @param warmUpMs stretch of the ended epoch's market data that strategies of a new one are shown first, milliseconds
 */
public record JournalSettings(
        @Setting(
                help =
                        "how often a new roll file begins, by event time (UTC): five-minutes, half-hour, hour, six-hours or day",
                fallback = "hour")
        RollPeriod rollEvery,

        @Setting(
                help = "process: a power cut may lose the last 30 s; bounded: the last sync interval;"
                        + " power-safe: nothing that caused an order, about 0.1 ms slower",
                fallback = "process")
        Durability durability,

        @Setting(help = "bounded: time between two syncs", unit = "ms", fallback = "10", least = "1", most = "60000")
        int syncIntervalMs,

        @Setting(
                help = "step by which a roll file grows, a power of two",
                unit = "bytes",
                fallback = "67108864",
                least = "65536",
                most = "1073741824")
        long blockBytes,

        @Setting(
                help = "how far ahead of the writer pages are touched, 0 for not at all",
                unit = "bytes",
                fallback = "4194304",
                least = "0",
                most = "268435456")
        long pretouchAheadBytes,

        @Setting(
                help = "free disk space below which no new risk is taken",
                unit = "bytes",
                fallback = "2147483648",
                least = "0",
                most = "1099511627776")
        long lowFreeBytes,

        @Setting(help = "the same as a share of the file system", unit = "%", fallback = "5", least = "0", most = "99")
        int lowFreePercent,

        @Setting(
                help = "free disk space below which the engine stops",
                unit = "bytes",
                fallback = "536870912",
                least = "0",
                most = "1099511627776")
        long criticalFreeBytes,

        @Setting(
                help = "newest roll files that trimming leaves, 0 for all; nothing is trimmed unless told",
                fallback = "0",
                least = "0",
                most = "1000000")
        int keepFiles,

        @Setting(
                help = "bytes of records that trimming leaves, 0 for all; nothing is trimmed unless told",
                unit = "bytes",
                fallback = "0",
                least = "0",
                most = "1099511627776")
        long keepBytes,

        @Setting(
                help = "inputs from which on a start opens a new epoch, so that later starts are quick; 0 for never",
                fallback = "5000000",
                least = "0",
                most = "1000000000")
        long epochRecords,

        @Setting(
                help = "ended epochs that a change of epochs leaves, 0 for all; nothing is deleted unless told",
                fallback = "0",
                least = "0",
                most = "1000000")
        int keepEpochs,

        @Setting(
                help = "market data of the ended epoch that strategies of a new one see before they act",
                unit = "ms",
                fallback = "3600000",
                least = "0",
                most = "31536000000")
        long warmUpMs) {
    private static final int LEAST_BLOCK = 64 * 1024;

    /** Checks what concerns several settings at once. */
    public JournalSettings {
        if (Long.bitCount(blockBytes) != 1 || blockBytes < LEAST_BLOCK) {
            throw new IllegalArgumentException("must be a power of two from 65536 on: blockBytes=" + blockBytes);
        }
        if (criticalFreeBytes > lowFreeBytes) {
            throw new IllegalArgumentException("the engine must slow down before it stops: criticalFreeBytes="
                    + criticalFreeBytes + ", lowFreeBytes=" + lowFreeBytes);
        }
        if (syncIntervalMs < 1) {
            throw new IllegalArgumentException("must be positive: syncIntervalMs=" + syncIntervalMs);
        }
    }

    /** The defaults. */
    public static JournalSettings defaults() {
        return new JournalSettings(
                RollPeriod.HOUR,
                Durability.PROCESS,
                10,
                1L << 26,
                1L << 22,
                1L << 31,
                5,
                1L << 29,
                0,
                0,
                5_000_000,
                0,
                3_600_000);
    }

    /** The same with another roll period. */
    public JournalSettings withRollEvery(RollPeriod other) {
        return new JournalSettings(
                other,
                durability,
                syncIntervalMs,
                blockBytes,
                pretouchAheadBytes,
                lowFreeBytes,
                lowFreePercent,
                criticalFreeBytes,
                keepFiles,
                keepBytes,
                epochRecords,
                keepEpochs,
                warmUpMs);
    }

    /** The same with another durability. */
    public JournalSettings withDurability(Durability other) {
        return new JournalSettings(
                rollEvery,
                other,
                syncIntervalMs,
                blockBytes,
                pretouchAheadBytes,
                lowFreeBytes,
                lowFreePercent,
                criticalFreeBytes,
                keepFiles,
                keepBytes,
                epochRecords,
                keepEpochs,
                warmUpMs);
    }

    /** The same with roll files that grow by another step. */
    public JournalSettings withBlockBytes(long other) {
        return new JournalSettings(
                rollEvery,
                durability,
                syncIntervalMs,
                other,
                pretouchAheadBytes,
                lowFreeBytes,
                lowFreePercent,
                criticalFreeBytes,
                keepFiles,
                keepBytes,
                epochRecords,
                keepEpochs,
                warmUpMs);
    }

    /** The same with another distance at which pages are touched ahead. */
    public JournalSettings withPretouchAheadBytes(long other) {
        return new JournalSettings(
                rollEvery,
                durability,
                syncIntervalMs,
                blockBytes,
                other,
                lowFreeBytes,
                lowFreePercent,
                criticalFreeBytes,
                keepFiles,
                keepBytes,
                epochRecords,
                keepEpochs,
                warmUpMs);
    }
}
