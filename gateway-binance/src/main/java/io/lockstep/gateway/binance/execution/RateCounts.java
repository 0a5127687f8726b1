package io.lockstep.gateway.binance.execution;

import io.lockstep.gateway.binance.orderentry.LimitType;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** The venue's own counts of our requests, as its answers carry them in {@code rateLimits}. Mutable and reused. */
public final class RateCounts {
    private static final int MOST = 8;
    private static final JsonKeys MEMBERS = JsonKeys.of("rateLimitType", "interval", "intervalNum", "count");
    private static final JsonKeys INTERVALS = JsonKeys.of("SECOND", "MINUTE", "HOUR", "DAY");
    private static final int[] SECONDS = {1, 60, 3_600, 86_400};

    private final LimitType[] types = new LimitType[MOST];
    private final int[] windowSeconds = new int[MOST];
    private final long[] counts = new long[MOST];
    private int size;

    /** How many counts there are. */
    public int size() {
        return size;
    }

    /** What is counted. */
    public LimitType type(int index) {
        return types[index];
    }

    /** Length of the window, seconds. */
    public int windowSeconds(int index) {
        return windowSeconds[index];
    }

    /** Used so far in the window. */
    public long count(int index) {
        return counts[index];
    }

    void clear() {
        size = 0;
    }

    /** Reads the array; what does not fit or is not known is left out. */
    void read(JsonCursor cursor) {
        clear();
        cursor.beginArray();
        while (cursor.nextElement()) {
            readOne(cursor);
        }
        if (cursor.isFaulty()) {
            clear();
        }
    }

    private void readOne(JsonCursor cursor) {
        LimitType type = LimitType.OTHER;
        int unitSeconds = 0;
        long units = 0;
        long count = 0;
        cursor.beginObject();
        for (int key = cursor.nextKey(MEMBERS); key != JsonCursor.END; key = cursor.nextKey(MEMBERS)) {
            switch (key) {
                case 0 -> {
                    cursor.readText();
                    type = LimitType.ofText(cursor);
                }
                case 1 -> unitSeconds = readUnit(cursor);
                case 2 -> units = cursor.readLong();
                case 3 -> count = cursor.readLong();
                default -> cursor.skipValue();
            }
        }
        if (size < MOST && type != LimitType.OTHER && unitSeconds > 0) {
            types[size] = type;
            windowSeconds[size] = (int) (unitSeconds * units);
            counts[size++] = count;
        }
    }

    private static int readUnit(JsonCursor cursor) {
        cursor.readText();
        int index = INTERVALS.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        return index == JsonKeys.UNKNOWN ? 0 : SECONDS[index];
    }
}
