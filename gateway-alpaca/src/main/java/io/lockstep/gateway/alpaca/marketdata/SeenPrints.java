package io.lockstep.gateway.alpaca.marketdata;

import java.util.Arrays;
import org.agrona.collections.LongHashSet;

/**
 * Remembers the latest trades by exchange, id and time, so that one that comes live and again from the past makes one event, and what came
 * last of each instrument, so that a gap is filled from there. Ids are unique within an exchange and symbol only, hence the others. Kept as
 * 64-bit hashes; allocates nothing once constructed.
 */
final class SeenPrints {
    /** Stands for nothing seen. */
    static final long NOTHING = TickMessage.MISSING;

    private static final int REMEMBERED = 1 << 16;

    private final LongHashSet seen = new LongHashSet(2 * REMEMBERED, 0.6f, true);
    private final long[] window = new long[REMEMBERED];
    private final long[] lastTradeNs;
    private final long[] lastBarNs;
    private int head;

    SeenPrints(int instruments) {
        lastTradeNs = new long[instruments];
        lastBarNs = new long[instruments];
        Arrays.fill(lastTradeNs, NOTHING);
        Arrays.fill(lastBarNs, NOTHING);
    }

    /** Whether a trade came before. */
    boolean contains(TickMessage tick) {
        return seen.contains(key(tick));
    }

    /** Notes a trade that is new and was published. */
    void add(TickMessage tick) {
        long key = key(tick);
        seen.add(key);
        if (window[head] != 0) {
            seen.remove(window[head]);
        }
        window[head] = key;
        head = head + 1 & REMEMBERED - 1;
        lastTradeNs[tick.instrumentId] = Math.max(lastTradeNs[tick.instrumentId], tick.timeNs);
    }

    /** Notes a minute bar. */
    void bar(int instrumentId, long openTimeNs) {
        lastBarNs[instrumentId] = Math.max(lastBarNs[instrumentId], openTimeNs);
    }

    /** Time of an instrument's latest trade, UTC, nanoseconds, or {@link #NOTHING}. */
    long lastTradeNs(int instrumentId) {
        return lastTradeNs[instrumentId];
    }

    /** Start of an instrument's latest minute bar, UTC, nanoseconds, or {@link #NOTHING}. */
    long lastBarNs(int instrumentId) {
        return lastBarNs[instrumentId];
    }

    private static long key(TickMessage tick) {
        long hash = mix(tick.instrumentId * 31L + tick.exchange);
        hash = mix(hash ^ tick.tradeId);
        hash = mix(hash ^ tick.timeNs);
        return hash == 0 ? 1 : hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ value >>> 31) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }
}
