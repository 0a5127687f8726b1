package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetMarket;
import io.lockstep.simulator.alpaca.market.Bar;
import io.lockstep.simulator.alpaca.market.BarFrames;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What history is kept of, and how it is written. */
enum HistoryKind {
    TRADES("trade"),
    QUOTES("quote"),
    BARS("bar");

    private final String singular;

    HistoryKind(String singular) {
        this.singular = singular;
    }

    String singular() {
        return singular;
    }

    String plural() {
        return singular + "s";
    }

    static @Nullable HistoryKind of(String plural) {
        for (HistoryKind each : values()) {
            if (each.plural().equals(plural)) {
                return each;
            }
        }
        return null;
    }

    /** Items of a range of times, oldest first, each as JSON. */
    List<String> items(AssetMarket market, long fromNs, long toNs, String timeframe) {
        Asset asset = market.asset();
        return switch (this) {
            case TRADES ->
                market.prints().between(fromNs, toNs).stream()
                        .map(print -> write(json -> DataMessages.tradeFields(json, asset, print)))
                        .toList();
            case QUOTES ->
                market.quotes().between(fromNs, toNs).stream()
                        .map(quote -> write(json -> DataMessages.quoteFields(json, asset, quote)))
                        .toList();
            case BARS -> bars(market, fromNs, toNs, timeframe);
        };
    }

    /** The latest item as JSON, null if there is none. */
    @Nullable
    String latest(AssetMarket market) {
        Asset asset = market.asset();
        return switch (this) {
            case TRADES -> {
                Print print = market.prints().latest();
                yield print == null ? null : write(json -> DataMessages.tradeFields(json, asset, print));
            }
            case QUOTES -> {
                Quote quote = market.quotes().latest();
                yield quote == null ? null : write(json -> DataMessages.quoteFields(json, asset, quote));
            }
            case BARS -> {
                Bar bar = market.minutes().latest();
                yield bar == null ? null : write(json -> DataMessages.barFields(json, bar));
            }
        };
    }

    private static List<String> bars(AssetMarket market, long fromNs, long toNs, String timeframe) {
        List<Bar> bars = BarFrames.of(timeframe, market.minutes().between(fromNs, toNs));
        if (bars == null) {
            throw new ApiError(400, 40010001, "invalid timeframe: " + timeframe);
        }
        return bars.stream()
                .map(bar -> write(json -> DataMessages.barFields(json, bar)))
                .toList();
    }

    private static String write(Consumer<JsonWriter> fields) {
        JsonWriter json = new JsonWriter().object();
        fields.accept(json);
        return json.end().toString();
    }
}
