package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.json.JsonWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one connection is subscribed to. */
final class Subscriptions {
    private static final String ALL = "*";

    private final Map<Channel, Set<String>> symbols = new EnumMap<>(Channel.class);

    void add(Channel channel, List<String> names) {
        symbols.computeIfAbsent(channel, each -> new TreeSet<>()).addAll(names);
    }

    void remove(Channel channel, List<String> names) {
        of(channel).removeAll(names);
    }

    /** Whether a channel is wanted for a symbol. */
    boolean has(Channel channel, String symbol) {
        Set<String> wanted = of(channel);
        return wanted.contains(symbol) || wanted.contains(ALL);
    }

    /** Different symbols in trades and quotes together with further ones. */
    int countWith(List<String> more) {
        Set<String> all = new TreeSet<>(of(Channel.TRADES));
        all.addAll(of(Channel.QUOTES));
        all.addAll(more);
        return all.size();
    }

    /** The whole state, as acknowledgements tell it. */
    String acknowledgement(DataFeed feed) {
        JsonWriter json = new JsonWriter().array().object().field("T", "subscription");
        for (Channel channel : feed.channels()) {
            write(json, feed, channel.word(), of(channel));
        }
        if (feed != DataFeed.NEWS && feed != DataFeed.CRYPTO) {
            write(json, feed, "corrections", of(Channel.TRADES));
            write(json, feed, "cancelErrors", of(Channel.TRADES));
        }
        return json.end().end().toString();
    }

    private static void write(JsonWriter json, DataFeed feed, String word, Set<String> names) {
        if (!names.isEmpty() || !feed.omitsEmptyChannels()) {
            json.name(word).array();
            names.forEach(json::text);
            json.end();
        }
    }

    private Set<String> of(Channel channel) {
        return symbols.computeIfAbsent(channel, each -> new TreeSet<>());
    }
}
