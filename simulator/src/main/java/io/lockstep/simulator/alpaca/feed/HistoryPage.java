package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One page of a history that goes symbol by symbol. Its token names the symbol and how many of its items were given, so that items
 * that arrive between two pages shift nothing.
 */
final class HistoryPage {
    private final int limit;
    private final int fromSymbol;
    private final int fromItem;
    private final Map<String, List<String>> items = new LinkedHashMap<>();
    private int count;
    private String nextToken = "null";

    HistoryPage(int limit, String token) {
        this.limit = limit;
        int symbol = 0;
        int item = 0;
        if (!token.isEmpty()) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
                int mark = text.indexOf('|');
                symbol = Integer.parseInt(text.substring(0, Math.max(0, mark)));
                item = Integer.parseInt(text.substring(mark + 1));
            } catch (IllegalArgumentException e) {
                throw new ApiError(400, 40010001, "invalid page_token");
            }
        }
        this.fromSymbol = symbol;
        this.fromItem = item;
    }

    /** Adds the items of the next symbol, as far as they belong to this page. */
    void add(int symbolIndex, String symbol, List<String> all, boolean descending) {
        if (symbolIndex < fromSymbol || !nextToken.equals("null")) {
            return;
        }
        List<String> ordered = new ArrayList<>(all);
        if (descending) {
            Collections.reverse(ordered);
        }
        int first = Math.min(ordered.size(), symbolIndex == fromSymbol ? fromItem : 0);
        int last = Math.min(ordered.size(), first + limit - count);
        if (last > first) {
            items.put(symbol, ordered.subList(first, last));
            count += last - first;
        }
        if (last < ordered.size()) {
            byte[] token = (symbolIndex + "|" + last).getBytes(StandardCharsets.US_ASCII);
            nextToken = "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(token) + "\"";
        }
    }

    /** Writes each symbol with its items. */
    void write(JsonWriter json) {
        items.forEach((symbol, each) -> {
            json.name(symbol);
            list(json, each);
        });
    }

    /** Writes the items of the only symbol. */
    void writeOnly(JsonWriter json) {
        list(json, items.isEmpty() ? List.of() : items.values().iterator().next());
    }

    /** The token of the next page as JSON, null if this is the last. */
    String nextToken() {
        return nextToken;
    }

    private static void list(JsonWriter json, List<String> each) {
        json.array();
        each.forEach(json::raw);
        json.end();
    }
}
