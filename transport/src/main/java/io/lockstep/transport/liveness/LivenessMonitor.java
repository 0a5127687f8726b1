package io.lockstep.transport.liveness;

import java.util.Arrays;

/**
 * Watches for application messages, stream by stream: a socket that answers pings but delivers nothing is found, and so is a
 * subscription the venue silently ignored. Independent of ping and pong.
 *
 * <p>Hearing a message costs one array store and no clock; the time is noted at the next {@link #poll}, whose interval is therefore the
 * resolution. One thread; allocates nothing after {@link #watch}.
 */
public final class LivenessMonitor {
    private static final int FIRST_CAPACITY = 16;

    private boolean[] heard = new boolean[FIRST_CAPACITY];
    private boolean[] mute = new boolean[FIRST_CAPACITY];
    private long[] limitNs = new long[FIRST_CAPACITY];
    private long[] lastHeardNs = new long[FIRST_CAPACITY];
    private int streams;

    /**
     * Begins to watch a stream, or changes its limit; its silence counts from now.
     *
     * @param stream a small number of the caller's, from 0
     * @param maxSilenceNs longest silence, nanoseconds, positive; must suit the stream's quietest hour
     * @param nowNs monotonic time
     */
    public void watch(int stream, long maxSilenceNs, long nowNs) {
        if (maxSilenceNs <= 0) {
            throw new IllegalArgumentException(
                    "silence must be positive: stream=" + stream + ", maxSilenceNs=" + maxSilenceNs);
        }
        ensureCapacity(stream);
        streams = Math.max(streams, stream + 1);
        limitNs[stream] = maxSilenceNs;
        lastHeardNs[stream] = nowNs;
        heard[stream] = false;
        mute[stream] = false;
    }

    /** Stops watching a stream, for instance while its market is closed. */
    public void ignore(int stream) {
        if (stream < streams) {
            limitNs[stream] = 0;
            mute[stream] = false;
        }
    }

    /** Notes a message. Streams that are not watched may be named too. */
    public void heard(int stream) {
        if (stream < streams) {
            heard[stream] = true;
        }
    }

    /** Whether the stream was found silent and has not been heard of since. */
    public boolean isMute(int stream) {
        return stream < streams && mute[stream] && !heard[stream];
    }

    /**
     * Looks for streams that fell silent.
     *
     * @param nowNs monotonic time
     * @param listener told of each, once until it is heard again
     */
    public void poll(long nowNs, MuteListener listener) {
        for (int stream = 0; stream < streams; stream++) {
            if (heard[stream]) {
                heard[stream] = false;
                mute[stream] = false;
                lastHeardNs[stream] = nowNs;
            } else if (isOverdue(stream, nowNs)) {
                mute[stream] = true;
                listener.onMute(stream, nowNs - lastHeardNs[stream]);
            }
        }
    }

    private boolean isOverdue(int stream, long nowNs) {
        return limitNs[stream] > 0 && !mute[stream] && nowNs - lastHeardNs[stream] >= limitNs[stream];
    }

    private void ensureCapacity(int stream) {
        if (stream < limitNs.length) {
            return;
        }
        int capacity = Math.max(stream + 1, limitNs.length * 2);
        heard = Arrays.copyOf(heard, capacity);
        mute = Arrays.copyOf(mute, capacity);
        limitNs = Arrays.copyOf(limitNs, capacity);
        lastHeardNs = Arrays.copyOf(lastHeardNs, capacity);
    }
}
