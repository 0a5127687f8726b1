package io.lockstep.gateway.binance.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.instrument.FixedPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * Reads market frames through Jackson's tree and {@code BigDecimal} and tells them in the words of {@link EventText}, written
 * without looking at the decoders. Parts of long depth messages are told as one.
 */
public final class JacksonOracle {
    private static final long ABSENT = FixedPoint.NULL;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ToIntFunction<String> idOfSymbol;
    private final boolean futures;

    /** Makes an oracle; {@code idOfSymbol} gives -1 for a symbol that is not traded. */
    public JacksonOracle(boolean futures, ToIntFunction<String> idOfSymbol) {
        this.futures = futures;
        this.idOfSymbol = idOfSymbol;
    }

    /** The stories of the events in a frame that a decoder must deliver; none for all others. */
    public List<String> stories(String frame, int defaultInstrument) {
        try {
            JsonNode root = mapper.readTree(frame);
            JsonNode data = root.has("stream") ? root.get("data") : root;
            String stream = root.path("stream").asText("");
            List<String> stories = new ArrayList<>();
            if (data.isArray()) {
                data.forEach(element -> addStory(stories, element, stream, defaultInstrument));
            } else {
                addStory(stories, data, stream, defaultInstrument);
            }
            return stories;
        } catch (JsonProcessingException e) {
            throw new AssertionError(frame, e);
        }
    }

    private void addStory(List<String> stories, JsonNode event, String stream, int defaultInstrument) {
        String kind =
                event.path("e").asText(event.has("lastUpdateId") ? "snapshot" : event.has("A") ? "bookTicker" : "");
        boolean partial = stream.matches(".*@depth\\d+.*");
        JsonNode order = kind.equals("forceOrder") ? event.get("o") : event;
        String symbol = order.path("s").asText(stream.replaceAll("@.*", "").toUpperCase(Locale.ROOT));
        int id = symbol.isEmpty() ? defaultInstrument : idOfSymbol.applyAsInt(symbol);
        if (id < 0) {
            return;
        }
        switch (partial ? "partial" : kind) {
            case "bookTicker" -> stories.add(quote(event, id));
            case "trade" -> stories.add(trade(event, id, "t", "t"));
            case "aggTrade" -> stories.add(trade(event, id, "f", "l"));
            case "depthUpdate" -> stories.add(change(event, id));
            case "snapshot", "partial" -> stories.add(snapshot(event, id));
            case "kline" -> {
                if (event.get("k").get("x").booleanValue()) {
                    stories.add(bar(event.get("k"), id));
                }
            }
            case "markPriceUpdate" -> stories.add(mark(event, id));
            case "forceOrder" -> stories.add(liquidation(order, id));
            default -> assertThat(kind).isNotIn("bookTicker", "trade");
        }
    }

    private String quote(JsonNode q, int id) {
        return "quote " + id + ' ' + (q.has("T") ? ns(q, "T") : q.has("E") ? ns(q, "E") : ABSENT) + " u="
                + q.get("u").longValue() + ' ' + e8(q, "b") + 'x' + e8(q, "B") + ' ' + e8(q, "a") + 'x' + e8(q, "A");
    }

    private String trade(JsonNode t, int id, String firstId, String lastId) {
        boolean offMarket = !t.path("X").asText("MARKET").equals("MARKET");
        return "trade " + id + (t.get("m").booleanValue() ? " SELL" : " BUY") + (offMarket ? " off-market " : " ")
                + ns(t, "T") + " id=" + t.get(firstId).longValue() + '-'
                + t.get(lastId).longValue() + ' ' + e8(t, "p")
                + 'x' + e8(t, "q");
    }

    private String change(JsonNode d, int id) {
        String previous = futures ? d.get("pu").asText() : Long.toString(ABSENT);
        return "depth " + id + " DELTA part=0 last " + ns(d, d.has("T") ? "T" : "E") + " U="
                + d.get("U").longValue() + " u=" + d.get("u").longValue() + " pu=" + previous + levels(d.get("b"), 'b')
                + levels(d.get("a"), 'a');
    }

    private String snapshot(JsonNode d, int id) {
        long time = d.has("T") ? ns(d, "T") : d.has("E") ? ns(d, "E") : ABSENT;
        long last = (d.has("u") ? d.get("u") : d.get("lastUpdateId")).longValue();
        return "depth " + id + " SNAPSHOT part=0 last " + time + " U=" + last + " u=" + last + " pu=" + ABSENT
                + levels(d.has("b") ? d.get("b") : d.get("bids"), 'b')
                + levels(d.has("a") ? d.get("a") : d.get("asks"), 'a');
    }

    private static String levels(JsonNode side, char letter) {
        StringBuilder text = new StringBuilder();
        for (JsonNode level : side) {
            text.append(' ').append(letter).append(e8(level.get(0))).append('x').append(e8(level.get(1)));
        }
        return text.toString();
    }

    private static String bar(JsonNode k, int id) {
        long seconds = (k.get("T").longValue() + 1 - k.get("t").longValue()) / 1000;
        return "bar " + id + ' ' + seconds + "s " + ns(k, "t") + " o=" + e8(k, "o") + " h=" + e8(k, "h") + " l="
                + e8(k, "l") + " c=" + e8(k, "c") + " v=" + e8(k, "v") + " q=" + e8(k, "q") + " n="
                + k.get("n").intValue();
    }

    private static String mark(JsonNode m, int id) {
        return "mark " + id + ' ' + ns(m, "E") + " p=" + e8(m, "p") + " i=" + e8(m, "i") + " r=" + e8(m, "r") + " T="
                + ns(m, "T");
    }

    private static String liquidation(JsonNode o, int id) {
        return "liquidation " + id + ' ' + o.get("S").asText() + ' ' + ns(o, "T") + ' ' + e8(o, "ap") + 'x'
                + e8(o, "z");
    }

    private static long ns(JsonNode node, String key) {
        return Math.multiplyExact(node.get(key).longValue(), 1_000_000L);
    }

    private static long e8(JsonNode node, String key) {
        return e8(node.get(key));
    }

    private static long e8(JsonNode value) {
        assertThat(value.isTextual()).isTrue();
        return new BigDecimal(value.textValue()).movePointRight(8).longValueExact();
    }
}
