package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.transport.websocket.frame.Frame;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames of a new session that wait until its predecessor is done. Grows up to a bound and is given back when drained. */
final class FrameStore {
    /** Bytes kept at most. */
    static final int MOST_BYTES = 1 << 25;

    private static final int FIRST_FRAMES = 1024;

    private byte[] bytes = new byte[0];
    private int[] ends = new int[0];
    private long[] receivedNs = new long[0];
    private boolean[] texts = new boolean[0];
    private int frames;

    /** Takes frames back. */
    @FunctionalInterface
    interface Reader {
        void onFrame(DirectBuffer buffer, int offset, int length, boolean text, long receivedNs);
    }

    /** Keeps a copy; false when that would be too much. */
    boolean add(Frame frame) {
        int from = frames == 0 ? 0 : ends[frames - 1];
        int to = from + frame.length();
        if (to > MOST_BYTES) {
            return false;
        }
        reserve(to);
        System.arraycopy(frame.bytes(), frame.offset(), bytes, from, frame.length());
        ends[frames] = to;
        receivedNs[frames] = frame.receivedNs();
        texts[frames++] = frame.isText();
        return true;
    }

    /** Hands over every frame in order and forgets them. */
    void drain(Reader reader) {
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        int from = 0;
        for (int i = 0; i < frames; i++) {
            reader.onFrame(buffer, from, ends[i] - from, texts[i], receivedNs[i]);
            from = ends[i];
        }
        clear();
    }

    /** Forgets every frame. */
    void clear() {
        frames = 0;
        bytes = new byte[0];
    }

    private void reserve(int length) {
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES, Math.max(1 << 16, length * 2)));
        }
        if (frames == ends.length) {
            int more = Math.max(FIRST_FRAMES, frames * 2);
            ends = Arrays.copyOf(ends, more);
            receivedNs = Arrays.copyOf(receivedNs, more);
            texts = Arrays.copyOf(texts, more);
        }
    }
}
