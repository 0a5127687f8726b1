package io.lockstep.launcher.health;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.StreamKind;
import java.util.Arrays;

/** The last state of every connection that was heard of, by venue, account and stream. Owned by the engine thread; allocates only to grow. */
final class Connections {
    private long[] keys = new long[16];
    private byte[] states = new byte[16];
    private int size;

    void onStatus(ConnectionStatusDecoder status) {
        long key = (long) status.accountId() << 16
                | (long) status.venue().value() << 8
                | status.stream().value();
        // first, for it may replace the array
        int index = indexOf(key);
        states[index] = (byte) status.state().value();
    }

    int marketDown() {
        return down(StreamKind.MARKET_DATA, ConnectionState.UP);
    }

    /** A private stream counts only once it is proven and what was missed has been read. */
    int privateDown() {
        return down(StreamKind.USER_DATA, ConnectionState.READY);
    }

    int orderEntryDown() {
        return down(StreamKind.ORDER_ENTRY, ConnectionState.UP);
    }

    private int down(StreamKind kind, ConnectionState least) {
        int down = 0;
        for (int i = 0; i < size; i++) {
            boolean usable = states[i] == least.value() || states[i] == ConnectionState.READY.value();
            down += (keys[i] & 0xFF) == kind.value() && !usable ? 1 : 0;
        }
        return down;
    }

    private int indexOf(long key) {
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        keys[size] = key;
        return size++;
    }
}
