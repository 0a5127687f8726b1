package io.lockstep.simulator.binance.trade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens to the events of which account. */
public final class UserStreams {
    private final Map<Integer, Set<Listener>> listeners = new LinkedHashMap<>();

    /** Takes the events of an account. */
    public interface Listener {
        /** An event; {@code type} is its {@code e}. */
        void onEvent(String type, String event);

        /** The venue ended the stream by itself; nothing more comes. */
        default void onTerminated() {}
    }

    /** Adds a listener. */
    public void subscribe(int accountId, Listener listener) {
        listeners.computeIfAbsent(accountId, id -> new LinkedHashSet<>()).add(listener);
    }

    /** Takes a listener off. */
    public void unsubscribe(int accountId, Listener listener) {
        Set<Listener> there = listeners.get(accountId);
        if (there != null) {
            there.remove(listener);
        }
    }

    /** Ends all streams by itself. */
    public void terminate() {
        List<Set<Listener>> all = new ArrayList<>(listeners.values());
        listeners.clear();
        all.forEach(each -> each.forEach(Listener::onTerminated));
    }

    /** Sends an event. */
    public void publish(int accountId, String type, String event) {
        Set<Listener> there = listeners.get(accountId);
        if (there != null) {
            new ArrayList<>(there).forEach(each -> each.onEvent(type, event));
        }
    }
}
