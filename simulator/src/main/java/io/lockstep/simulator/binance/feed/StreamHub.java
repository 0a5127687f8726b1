package io.lockstep.simulator.binance.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Who listens to which stream. Any name may be subscribed to; one nobody publishes stays silent, as at Binance. */
public final class StreamHub {
    private final Map<String, Set<Listener>> listeners = new LinkedHashMap<>();

    /** Takes the payloads of streams. */
    public interface Listener {
        /** A payload of a stream. */
        void onPayload(String stream, String payload);
    }

    /** Adds a listener to a stream. */
    public void subscribe(String stream, Listener listener) {
        listeners.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(listener);
    }

    /** Takes a listener off a stream. */
    public void unsubscribe(String stream, Listener listener) {
        Set<Listener> there = listeners.get(stream);
        if (there != null && there.remove(listener) && there.isEmpty()) {
            listeners.remove(stream);
        }
    }

    /** Whether anybody listens to a stream. */
    public boolean hasListeners(String stream) {
        return listeners.containsKey(stream);
    }

    /** Sends a payload, made only if somebody listens. */
    public void publish(String stream, Supplier<String> payload) {
        Set<Listener> there = listeners.get(stream);
        if (there != null) {
            String text = payload.get();
            new ArrayList<>(there).forEach(each -> each.onPayload(stream, text));
        }
    }
}
