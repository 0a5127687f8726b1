package io.lockstep.gateway.alpaca;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.gateway.alpaca.ScriptedVenue.Answer;
import io.lockstep.gateway.alpaca.ScriptedVenue.Request;
import io.lockstep.gateway.alpaca.ScriptedVenue.StreamScript;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the venue usually says: the parts of a script that most tests leave as they are. */
final class VenueScripts {
    static final String ACCOUNT =
            "{\"account_number\":\"PA1\",\"status\":\"ACTIVE\",\"currency\":\"USD\",\"cash\":\"100000\",\"equity\":\"100000\"}";

    private static final NyseCalendar CALENDAR = new NyseCalendar();
    private static final Pattern RANGE = Pattern.compile("start=([0-9-]+)&end=([0-9-]+)");

    private VenueScripts() {}

    /** A venue with an empty account, stocks and one coin, in accord with the calendar. */
    static void quiet(ScriptedVenue venue) {
        venue.on("GET /v2/assets/", VenueScripts::asset);
        venue.on(
                "GET /v2/stocks/trades/latest",
                200,
                "{\"trades\":{\"SPY\":{\"t\":\"2026-01-02T00:00:00Z\",\"p\":600.5}}}");
        venue.on("GET /v2/clock", request -> new Answer(200, clock(nowNs())));
        venue.on("GET /v2/calendar", VenueScripts::calendar);
        venue.on("GET /v2/account", 200, ACCOUNT);
        venue.on("GET /v2/account/activities/FILL", 200, "[]");
        venue.on("GET /v2/orders?", 200, "[]");
        venue.on("GET /v2/positions", 200, "[]");
        venue.stream("/stream", tradingStream(false));
        venue.stream("/v2/iex", dataStream());
        venue.stream("/v1beta3/crypto/us", dataStream());
        venue.stream("/v1beta1/news", dataStream());
    }

    /** The dialogue of the trading stream. */
    static StreamScript tradingStream(boolean text) {
        return new Dialogue(text) {
            @Override
            public List<String> onOpen() {
                return List.of();
            }

            @Override
            public List<String> onMessage(String message) {
                return message.contains("\"listen\"")
                        ? List.of("{\"stream\":\"listening\",\"data\":{\"streams\":[\"trade_updates\"]}}")
                        : List.of(
                                "{\"stream\":\"authorization\",\"data\":{\"status\":\"authorized\",\"action\":\"authenticate\"}}");
            }
        };
    }

    /** The dialogue of a data stream, which acknowledges what it is asked for. */
    static StreamScript dataStream() {
        return new Dialogue(true) {
            @Override
            public List<String> onOpen() {
                return List.of("[{\"T\":\"success\",\"msg\":\"connected\"}]");
            }

            @Override
            public List<String> onMessage(String message) {
                return message.contains("\"subscribe\"")
                        ? List.of("[" + message.replace("\"action\":\"subscribe\"", "\"T\":\"subscription\"") + "]")
                        : List.of("[{\"T\":\"success\",\"msg\":\"authenticated\"}]");
            }
        };
    }

    static String clock(long nowNs) {
        TradingDay day = CALENDAR.dayAt(nowNs);
        TradingDay next = CALENDAR.dayAt(day.endNs());
        boolean isOpen = nowNs >= day.openNs() && nowNs < day.closeNs();
        return "{\"timestamp\":\"%s\",\"is_open\":%s,\"next_open\":\"%s\",\"next_close\":\"%s\"}"
                .formatted(
                        text(nowNs),
                        isOpen,
                        text(nowNs < day.openNs() ? day.openNs() : next.openNs()),
                        text(nowNs < day.closeNs() ? day.closeNs() : next.closeNs()));
    }

    static Answer calendar(Request request) {
        Matcher range = RANGE.matcher(request.path());
        if (!range.find()) {
            return new Answer(422, "{}");
        }
        List<String> days = new ArrayList<>();
        LocalDate to = LocalDate.parse(range.group(2));
        for (LocalDate date = LocalDate.parse(range.group(1)); !date.isAfter(to); date = date.plusDays(1)) {
            TradingDay day = CALENDAR.day(date);
            if (day != null) {
                days.add("{\"date\":\"%s\",\"open\":\"%s\",\"close\":\"%s\"}"
                        .formatted(date, local(day.openNs()), local(day.closeNs())));
            }
        }
        return new Answer(200, "[" + String.join(",", days) + "]");
    }

    static long nowNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private static Answer asset(Request request) {
        String symbol = request.path().substring("/v2/assets/".length()).replace("%2F", "/");
        boolean crypto = symbol.contains("/");
        return new Answer(
                200,
                ("{\"id\":\"a\",\"class\":\"%s\",\"exchange\":\"X\",\"symbol\":\"%s\",\"status\":\"active\","
                                + "\"tradable\":true,\"shortable\":true,\"fractionable\":true%s}")
                        .formatted(
                                crypto ? "crypto" : "us_equity",
                                symbol,
                                crypto
                                        ? ",\"min_order_size\":\"0.0001\",\"min_trade_increment\":\"0.0001\",\"price_increment\":\"0.01\""
                                        : ""));
    }

    private static LocalTime local(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK).toLocalTime();
    }

    private static String text(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }

    private abstract static class Dialogue implements StreamScript {
        private final boolean text;

        Dialogue(boolean text) {
            this.text = text;
        }

        @Override
        public boolean isText() {
            return text;
        }
    }
}
