package io.lockstep.transport.websocket;

import io.lockstep.transport.websocket.frame.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a socket tells, for reading from the test's thread. */
public final class CollectingListener implements WebSocketListener {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<SocketEnd> ends = new CopyOnWriteArrayList<>();
    private final List<Long> roundTripsNs = new CopyOnWriteArrayList<>();
    private volatile int opened;
    private volatile long receivedNs;

    @Override
    public void onOpen(WebSocket socket) {
        opened++;
    }

    @Override
    public void onFrame(WebSocket socket, Frame frame) {
        receivedNs = frame.receivedNs();
        String text = new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.UTF_8);
        messages.add(frame.isText() ? text : "binary " + frame.length());
    }

    @Override
    public void onPong(WebSocket socket, long roundTripNs) {
        roundTripsNs.add(roundTripNs);
    }

    @Override
    public void onEnd(WebSocket socket, SocketEnd end) {
        ends.add(end);
    }

    /** Times it was told open. */
    public int opened() {
        return opened;
    }

    /** Messages so far. */
    public List<String> messages() {
        return messages;
    }

    /** Ends so far; more than one is a fault. */
    public List<SocketEnd> ends() {
        return ends;
    }

    /** Round trips of pings. */
    public List<Long> roundTripsNs() {
        return roundTripsNs;
    }

    /** Time stamp on the latest message. */
    public long receivedNs() {
        return receivedNs;
    }

    /** The one cause of the end; fails if there is none or more. */
    public EndCause cause() {
        if (ends.size() != 1) {
            throw new AssertionError("expected one end: " + ends);
        }
        return ends.get(0).cause();
    }
}
