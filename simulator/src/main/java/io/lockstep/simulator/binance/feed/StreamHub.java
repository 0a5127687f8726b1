package io.lockstep.simulator.binance.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Who listens to which stream. Any name may be subscribed to; one nobody publishes stays silent, as at Binance.
 *
 * @param <P> what is published, text or bytes
 */
public final class StreamHub<P> {
    private final Map<String, Set<Listener<P>>> listeners = new LinkedHashMap<>();
    private final Map<String, Long> sent = new TreeMap<>();

    /**
     * Takes the payloads of streams.
     *
     * @param <P> what is published
     */
    public interface Listener<P> {
        /** A payload of a stream. */
        void onPayload(String stream, P payload);
    }

    /** Adds a listener to a stream. */
    public void subscribe(String stream, Listener<P> listener) {
        listeners.computeIfAbsent(stream, name -> new LinkedHashSet<>()).add(listener);
    }

    /** Takes a listener off a stream. */
    public void unsubscribe(String stream, Listener<P> listener) {
        Set<Listener<P>> there = listeners.get(stream);
        if (there != null && there.remove(listener) && there.isEmpty()) {
            listeners.remove(stream);
        }
    }

    /** Whether anybody listens to a stream. */
    public boolean hasListeners(String stream) {
        return listeners.containsKey(stream);
    }

    /** Payloads sent, by stream; one for each listener. */
    public Map<String, Long> sent() {
        return Collections.unmodifiableMap(sent);
    }

    /** Sends a payload, made only if somebody listens. */
    public void publish(String stream, Supplier<P> payload) {
        Set<Listener<P>> there = listeners.get(stream);
        if (there != null) {
            P made = payload.get();
            sent.merge(stream, (long) there.size(), Long::sum);
            new ArrayList<>(there).forEach(each -> each.onPayload(stream, made));
        }
    }
}
