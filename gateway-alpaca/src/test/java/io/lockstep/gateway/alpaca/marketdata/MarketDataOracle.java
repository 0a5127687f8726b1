package io.lockstep.gateway.alpaca.marketdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.testing.SharedData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what a market-data frame means, by way of a general JSON library, big decimals and the published table of sale conditions:
 * everything the decoder does, done another way.
 */
final class MarketDataOracle {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private final Map<String, String> conditionFlags = new HashMap<>();
    private final Map<String, Integer> bookUpdates = new HashMap<>();
    private final List<String> symbols;

    MarketDataOracle(List<String> symbols) {
        this.symbols = symbols;
        for (String line : SharedData.lines("data/alpaca/frames/bar-aggregation-rules.csv")) {
            String[] row = line.split(",");
            if (row.length == 7 && row[1].contains("M")) {
                for (char tape : row[0].toCharArray()) {
                    conditionFlags.put(tape + row[2].replace("\"", ""), row[4] + row[5] + row[6]);
                }
            }
        }
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    List<String> expect(String frame) {
        List<String> expected = new ArrayList<>();
        for (JsonNode message : read(frame)) {
            switch (message.get("T").asText()) {
                case "t" -> expected.add(trade(message, "i", "p", "s", "c", ""));
                case "x" -> expected.add(trade(message, "i", "p", "s", "c", "bust"));
                case "c" -> {
                    expected.add(trade(message, "oi", "op", "os", "oc", "bust"));
                    expected.add(trade(message, "ci", "cp", "cs", "cc", "correction"));
                }
                case "q" -> expected.add(quote(message));
                case "b", "u" -> expected.add(bar(message));
                case "l" -> expected.add(bands(message));
                case "s" -> expected.add(status(message));
                case "o" -> expected.add(book(message));
                case "n" -> expected.addAll(news(message));
                default -> {}
            }
        }
        return expected;
    }

    private String trade(JsonNode m, String id, String price, String size, String conditions, String kind) {
        boolean openClose = true;
        boolean highLow = true;
        boolean volume = true;
        Set<String> codes = new HashSet<>();
        for (JsonNode condition : m.path(conditions)) {
            codes.add(condition.asText());
            String rule = conditionFlags.get(m.get("z").asText() + condition.asText());
            openClose &= rule.charAt(0) == 'Y';
            highLow &= rule.charAt(1) == 'Y';
            volume &= rule.charAt(2) == 'Y';
        }
        List<String> names = new ArrayList<>();
        if (!kind.isEmpty()) {
            names.add(kind);
        }
        if (!highLow) {
            names.add("noHighLow");
        }
        if (!openClose) {
            names.add("noOpenClose");
        }
        if (!volume) {
            names.add("noVolume");
        }
        if (codes.contains("T") || codes.contains("U")) {
            names.add("extendedHours");
        }
        if (codes.contains("F")) {
            names.add("sweep");
        }
        if (codes.contains("O") || codes.contains("5") || codes.contains("6")) {
            names.add("auction");
        }
        String side = m.path("tks").asText("").equals("S") ? "SELL" : m.has("tks") ? "BUY" : "NONE";
        return "trade %d %d id=%s %s x %s %s {%s}"
                .formatted(
                        symbol(m),
                        time(m.get("t")),
                        m.get(id).asText(),
                        decimal(m.get(price)),
                        decimal(m.get(size)),
                        side,
                        String.join(",", names));
    }

    private String quote(JsonNode m) {
        return "quote %d %d %s x %s / %s x %s"
                .formatted(
                        symbol(m),
                        time(m.get("t")),
                        decimal(m.get("bp")),
                        decimal(m.get("bs")),
                        decimal(m.get("ap")),
                        decimal(m.get("as")));
    }

    private String bar(JsonNode m) {
        BigDecimal notional = cut(m.get("vw")).multiply(cut(m.get("v"))).setScale(8, RoundingMode.HALF_EVEN);
        return "bar %d 60s %d %s %s %s %s v=%s n=%s notional=%s"
                .formatted(
                        symbol(m),
                        time(m.get("t")),
                        decimal(m.get("o")),
                        decimal(m.get("h")),
                        decimal(m.get("l")),
                        decimal(m.get("c")),
                        decimal(m.get("v")),
                        m.get("n").asText(),
                        plain(notional));
    }

    private String bands(JsonNode m) {
        return "status %d %d TRADING down=%s up=%s %s"
                .formatted(
                        symbol(m),
                        time(m.get("t")),
                        decimal(m.get("d")),
                        decimal(m.get("u")),
                        m.get("i").asText());
    }

    private String status(JsonNode m) {
        String code = m.get("sc").asText();
        String reason = m.get("rc").asText().isEmpty() ? code : m.get("rc").asText();
        return "status %d %d %s down=- up=- %s"
                .formatted(symbol(m), time(m.get("t")), code.equals("H") ? "HALTED" : "TRADING", reason);
    }

    private String book(JsonNode m) {
        int update = bookUpdates.merge(m.get("S").asText(), 1, Integer::sum);
        StringBuilder line = new StringBuilder("depth %d %d %s #%d part=0 last"
                .formatted(symbol(m), time(m.get("t")), m.path("r").asBoolean() ? "SNAPSHOT" : "DELTA", update));
        m.get("b").forEach(l -> line.append(" b%sx%s".formatted(decimal(l.get("p")), decimal(l.get("s")))));
        m.get("a").forEach(l -> line.append(" a%sx%s".formatted(decimal(l.get("p")), decimal(l.get("s")))));
        return line.toString();
    }

    private List<String> news(JsonNode m) {
        List<String> lines = new ArrayList<>();
        for (JsonNode symbol : m.get("symbols")) {
            lines.add("news %d %s %d %s %s"
                    .formatted(
                            symbols.indexOf(symbol.asText()),
                            m.get("id").asText(),
                            time(m.get("created_at")),
                            m.get("source").asText(),
                            m.get("headline").asText()));
        }
        return lines;
    }

    private int symbol(JsonNode m) {
        return symbols.indexOf(m.get("S").asText());
    }

    private static long time(JsonNode text) {
        var instant = OffsetDateTime.parse(text.asText()).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    private static BigDecimal cut(JsonNode number) {
        return number.decimalValue().setScale(8, RoundingMode.DOWN);
    }

    private static String decimal(JsonNode number) {
        return plain(cut(number));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
