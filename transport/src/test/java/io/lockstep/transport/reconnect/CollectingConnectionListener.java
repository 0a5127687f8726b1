package io.lockstep.transport.reconnect;

import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what a managed connection tells, one line each, for reading from any thread. */
final class CollectingConnectionListener implements ConnectionListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<Integer, Session> sessions = new ConcurrentHashMap<>();
    volatile Consumer<Session> onOpen = session -> {};
    volatile Consumer<Session> onUp = session -> {};
    volatile Consumer<Session> onMute = session -> {};

    /** What was told since the last call. */
    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** What was told and not taken yet. */
    List<String> lines() {
        return lines;
    }

    /** A session that opened. */
    Session session(int generation) {
        return sessions.get(generation);
    }

    @Override
    public void onOpen(Session session) {
        sessions.put(session.generation(), session);
        lines.add("open " + session.generation());
        onOpen.accept(session);
    }

    @Override
    public void onUp(Session session) {
        lines.add("up " + session.generation());
        onUp.accept(session);
    }

    @Override
    public void onFrame(Session session, Frame frame) {
        String text = new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.UTF_8);
        lines.add(session.generation() + ": " + text);
    }

    @Override
    public void onMute(Session session, int stream, long silentNs) {
        lines.add("mute " + session.generation() + "/" + stream);
        onMute.accept(session);
    }

    @Override
    public void onDown(Session session, SocketEnd end) {
        lines.add("down " + session.generation() + " " + end.cause());
    }

    @Override
    public void onAttemptFailed(int generation, SocketEnd end) {
        lines.add("failed " + generation + " " + end.cause());
    }
}
