package io.lockstep.gateway.alpaca.feed;

import io.lockstep.transport.websocket.frame.Frame;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Copies of live frames that wait while a gap before them is being filled, in order and up to a bound. Network thread.
 */
final class HeldFrames {
    private static final int MOST_BYTES = 32 << 20;

    private final ArrayDeque<Held> waiting = new ArrayDeque<>();
    private int bytes;

    /** Keeps a copy; false when there is no room, then the frame is lost. */
    boolean hold(Frame frame) {
        if (bytes + frame.length() > MOST_BYTES) {
            return false;
        }
        byte[] copy = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
        waiting.add(new Held(copy, frame.isText(), frame.receivedNs()));
        bytes += copy.length;
        return true;
    }

    /** Hands over and forgets everything, oldest first. */
    void release(Receiver receiver) {
        for (Held held = waiting.poll(); held != null; held = waiting.poll()) {
            receiver.onFrame(held.bytes, 0, held.bytes.length, held.text, held.receivedNs);
        }
        bytes = 0;
    }

    void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Takes frames as they came. */
    @FunctionalInterface
    interface Receiver {
        void onFrame(byte[] source, int offset, int length, boolean text, long receivedNs);
    }

    private static final class Held {
        private final byte[] bytes;
        private final boolean text;
        private final long receivedNs;

        Held(byte[] bytes, boolean text, long receivedNs) {
            this.bytes = bytes;
            this.text = text;
            this.receivedNs = receivedNs;
        }
    }
}
