package io.lockstep.gateway.alpaca.session;

import io.lockstep.gateway.alpaca.wire.JsonText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What a connection asks for: symbols by channel, in a fixed order. Immutable.
 */
public final class Subscription {
    private static final String ALL = "*";

    /** The venue's own client splits at 32 KiB; half of that leaves room for the last symbol. */
    private static final int MOST_BYTES = 16_384;

    private final Map<Channel, SortedSet<String>> wanted = new EnumMap<>(Channel.class);

    /**
     * @param wanted symbols by channel; {@code *} is all
     * @throws IllegalArgumentException if a channel comes with another one and cannot be asked for, or if nothing is asked for
     */
    public Subscription(Map<Channel, ? extends Set<String>> wanted) {
        wanted.forEach((channel, symbols) -> {
            if (!channel.isRequestable()) {
                throw new IllegalArgumentException("channel cannot be asked for: channel=" + channel.key());
            }
            if (!symbols.isEmpty()) {
                this.wanted.put(channel, new TreeSet<>(symbols));
            }
        });
        if (this.wanted.isEmpty()) {
            throw new IllegalArgumentException("nothing to subscribe to: channels=" + wanted.keySet());
        }
    }

    /** Writes the messages that ask for everything, one after the other, into the same text. */
    public void writeMessages(JsonText json, Consumer<JsonText> sender) {
        begin(json);
        for (Map.Entry<Channel, SortedSet<String>> entry : wanted.entrySet()) {
            json.key(entry.getKey().key()).open('[');
            for (String symbol : entry.getValue()) {
                if (json.length() > MOST_BYTES) {
                    sender.accept(json.close(']').close('}'));
                    begin(json);
                    json.key(entry.getKey().key()).open('[');
                }
                json.text(symbol);
            }
            json.close(']');
        }
        sender.accept(json.close('}'));
    }

    /** What the venue has not acknowledged, as {@code channel/symbol}; empty when it has everything. */
    public SortedSet<String> missingFrom(Map<Channel, Set<String>> acknowledged) {
        SortedSet<String> missing = new TreeSet<>();
        wanted.forEach((channel, symbols) -> {
            Set<String> known = acknowledged.getOrDefault(channel, Set.of());
            symbols.stream()
                    .filter(symbol -> !known.contains(symbol) && !known.contains(ALL))
                    .forEach(symbol -> missing.add(channel.key() + "/" + symbol));
        });
        return missing;
    }

    private static void begin(JsonText json) {
        json.clear().open('{').key("action").text("subscribe");
    }
}
