package io.lockstep.simulator.alpaca.feed;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Bar;
import io.lockstep.simulator.alpaca.market.NewsItem;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.json.JsonWriter;
import java.util.List;

/**
 * Market data as the venue writes it. The same members serve streams, which name kind and symbol, and history, which does not.
 * (Alpaca, "Real-time Stock Data", "Real-time Crypto Data", "Real-time News", read 2026-11; frames recorded in 2026.)
 */
final class DataMessages {
    private DataMessages() {}

    static String trade(Asset asset, Print print) {
        JsonWriter json = open("t", asset);
        tradeFields(json, asset, print);
        return json.end().toString();
    }

    static void tradeFields(JsonWriter json, Asset asset, Print print) {
        json.field("i", print.id());
        if (!asset.isCrypto()) {
            json.field("x", print.exchange());
        }
        number(json, "p", print.price());
        number(json, "s", print.size());
        if (asset.isCrypto()) {
            json.field("tks", print.isBuyerTaking() ? "B" : "S");
        } else {
            texts(json, "c", print.conditions());
            json.field("z", asset.listing().tape());
        }
        json.field("t", Rfc3339.utc(print.timeNs()));
    }

    static String quote(Asset asset, Quote quote) {
        JsonWriter json = open("q", asset);
        quoteFields(json, asset, quote);
        return json.end().toString();
    }

    static void quoteFields(JsonWriter json, Asset asset, Quote quote) {
        boolean coin = asset.isCrypto();
        if (!coin) {
            json.field("bx", asset.listing().exchangeCode());
        }
        number(json, "bp", quote.bid());
        number(json, "bs", quote.bidSize());
        if (!coin) {
            json.field("ax", asset.listing().exchangeCode());
        }
        number(json, "ap", quote.ask());
        number(json, "as", quote.askSize());
        if (!coin) {
            texts(json, "c", List.of("R"));
            json.field("z", asset.listing().tape());
        }
        json.field("t", Rfc3339.utc(quote.timeNs()));
    }

    static String bar(Asset asset, Bar.Kind kind, Bar bar) {
        String type = switch (kind) {
            case MINUTE -> "b";
            case UPDATED -> "u";
            case DAILY -> "d";
        };
        JsonWriter json = open(type, asset);
        barFields(json, bar);
        return json.end().toString();
    }

    static void barFields(JsonWriter json, Bar bar) {
        number(json, "o", bar.open());
        number(json, "h", bar.high());
        number(json, "l", bar.low());
        number(json, "c", bar.close());
        number(json, "v", bar.volume());
        json.field("t", Rfc3339.utc(bar.startNs())).field("n", bar.trades());
        number(json, "vw", bar.meanPrice());
    }

    static String correction(Asset asset, Print original, Print corrected) {
        JsonWriter json = open("c", asset).field("x", original.exchange()).field("oi", original.id());
        number(json, "op", original.price());
        number(json, "os", original.size());
        texts(json, "oc", original.conditions());
        json.field("ci", corrected.id());
        number(json, "cp", corrected.price());
        number(json, "cs", corrected.size());
        texts(json, "cc", corrected.conditions());
        return close(json, asset, corrected.timeNs());
    }

    static String cancel(Asset asset, Print original, long timeNs) {
        JsonWriter json = open("x", asset).field("i", original.id()).field("x", original.exchange());
        number(json, "p", original.price());
        number(json, "s", original.size());
        json.field("a", "C");
        return close(json, asset, timeNs);
    }

    static String status(Asset asset, boolean halted, long timeNs) {
        boolean nasdaq = asset.listing().tape().equals("C");
        JsonWriter json = open("s", asset)
                .field("sc", halted ? nasdaq ? "H" : "2" : nasdaq ? "T" : "3")
                .field("sm", halted ? "Trading Halt" : nasdaq ? "Trading Resumption" : "Resume")
                .field("rc", halted ? nasdaq ? "T1" : "D" : "")
                .field("rm", halted ? "News Released" : "");
        return close(json, asset, timeNs);
    }

    static String bands(Asset asset, long down, long up, long timeNs) {
        JsonWriter json = open("l", asset);
        number(json, "u", up);
        number(json, "d", down);
        return close(json.field("i", "B"), asset, timeNs);
    }

    static String imbalance(Asset asset, long price, long timeNs) {
        JsonWriter json = open("i", asset);
        number(json, "p", price);
        return close(json, asset, timeNs);
    }

    /** A coin's book of one level a side: the whole of it, or what changed since another quote. */
    static String book(Asset asset, Quote before, Quote quote, boolean whole) {
        JsonWriter json = open("o", asset);
        bookFields(json, before, quote, whole);
        if (whole) {
            json.field("r", true);
        }
        return json.end().toString();
    }

    static void bookFields(JsonWriter json, Quote before, Quote quote, boolean whole) {
        json.field("t", Rfc3339.utc(quote.timeNs()));
        side(json, "b", whole ? 0 : before.bid(), quote.bid(), quote.bidSize());
        side(json, "a", whole ? 0 : before.ask(), quote.ask(), quote.askSize());
    }

    private static void side(JsonWriter json, String name, long before, long price, long size) {
        json.name(name).array();
        if (before != 0 && before != price) {
            level(json, before, 0);
        }
        if (price != 0) {
            level(json, price, size);
        }
        json.end();
    }

    private static void level(JsonWriter json, long price, long size) {
        json.object();
        number(json, "p", price);
        number(json, "s", size);
        json.end();
    }

    static String news(NewsItem item) {
        JsonWriter json = new JsonWriter().object().field("T", "n");
        newsFields(json, item);
        return json.end().toString();
    }

    static void newsFields(JsonWriter json, NewsItem item) {
        json.field("id", item.id())
                .field("headline", item.headline())
                .field("summary", "")
                .field("author", "Simulator")
                .field("created_at", Rfc3339.utc(item.createdNs()))
                .field("updated_at", Rfc3339.utc(item.updatedNs()))
                .field("url", "")
                .field("content", "");
        texts(json, "symbols", item.symbols());
        json.field("source", "simulator");
    }

    private static JsonWriter open(String type, Asset asset) {
        return new JsonWriter().object().field("T", type).field("S", asset.symbol());
    }

    private static String close(JsonWriter json, Asset asset, long timeNs) {
        return json.field("z", asset.listing().tape())
                .field("t", Rfc3339.utc(timeNs))
                .end()
                .toString();
    }

    private static void number(JsonWriter json, String name, long value) {
        json.name(name).raw(FixedPoint.format(value));
    }

    private static void texts(JsonWriter json, String name, List<String> values) {
        json.name(name).array();
        values.forEach(json::text);
        json.end();
    }
}
