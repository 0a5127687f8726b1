package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.time.LocalDate;
import java.util.function.LongFunction;

/**
 * {@code /v3/clock} and {@code /v3/calendar/MARKET}: all sessions, of one market or of several; here those of US shares only. (Alpaca,
 * trading API, OpenAPI of August 2026.)
 */
final class MarketEndpoints {
    private static final String PATH = "/v3/calendar";
    private static final int DAYS = 7;

    private final NyseCalendar calendar;

    /** A market as it calls itself. */
    private enum Exchange {
        NYSE("XNYS", "New York Stock Exchange"),
        NASDAQ("XNAS", "National Association of Securities Dealers Automated Quotations"),
        IEX("IEXG", "Investors Exchange");

        private final String mic;
        private final String title;

        Exchange(String mic, String title) {
            this.mic = mic;
            this.title = title;
        }

        static Exchange of(String name) {
            for (Exchange each : values()) {
                if (each.name().equals(name) || each.mic.equals(name)) {
                    return each;
                }
            }
            throw new ApiError(400, ApiError.INVALID_PARAMETER, "invalid market: " + name);
        }

        private void write(JsonWriter json) {
            json.name("market")
                    .object()
                    .field("acronym", name())
                    .field("mic", mic)
                    .field("name", title)
                    .field("timezone", NyseCalendar.NEW_YORK.getId())
                    .end();
        }
    }

    MarketEndpoints(Sessions sessions) {
        this.calendar = sessions.calendar();
    }

    void register(EndpointTable table) {
        table.add("GET /v3/clock", this::clocks).add("GET " + PATH + "/*", this::calendar);
    }

    private HttpReply clocks(ApiCall call) {
        long now = call.query().time("time", call.nowNs());
        JsonWriter json = new JsonWriter().object().name("clocks").array();
        for (String name : call.query().text("markets", "NYSE,NASDAQ").split(",", -1)) {
            clock(json, Exchange.of(name), now);
        }
        return HttpReply.of(200, json.end().end().toString());
    }

    private void clock(JsonWriter json, Exchange exchange, long now) {
        TradingDay day = calendar.dayAt(now);
        json.object();
        exchange.write(json);
        json.field("timestamp", Rfc3339.newYork(now))
                .field("is_market_day", Rfc3339.newYorkDate(now).equals(day.date()))
                .field(
                        "next_market_open",
                        Rfc3339.newYork(CalendarEndpoints.opening(calendar, now).openNs()))
                .field(
                        "next_market_close",
                        Rfc3339.newYork(CalendarEndpoints.closing(calendar, now).closeNs()))
                .field("phase", phase(day.sessionAt(now)))
                .field("phase_until", Rfc3339.newYork(phaseEnd(day, now)))
                .end();
    }

    /** The night is no phase of these markets. */
    private static String phase(MarketSession session) {
        return switch (session) {
            case CLOSED, OVERNIGHT -> "closed";
            case PRE_MARKET -> "pre";
            case CORE -> "core";
            case POST_MARKET -> "post";
        };
    }

    private static long phaseEnd(TradingDay day, long now) {
        return switch (day.sessionAt(now)) {
            case CLOSED, OVERNIGHT -> day.preMarketNs();
            case PRE_MARKET -> day.openNs();
            case CORE -> day.closeNs();
            case POST_MARKET -> day.endNs();
        };
    }

    private HttpReply calendar(ApiCall call) {
        Exchange exchange = Exchange.of(call.tail());
        LocalDate from = CalendarEndpoints.date(call.query(), "start", Rfc3339.newYorkDate(call.nowNs()));
        LocalDate to = CalendarEndpoints.date(call.query(), "end", from.plusDays(DAYS));
        boolean utc = call.query().text("timezone", "").equals("UTC");
        JsonWriter json = new JsonWriter().object();
        exchange.write(json);
        json.name("calendar").array();
        for (TradingDay day : calendar.days()) {
            if (!day.date().isBefore(from) && !day.date().isAfter(to)) {
                write(json, day, utc ? Rfc3339::utc : Rfc3339::newYork);
            }
        }
        return HttpReply.of(200, json.end().end().toString());
    }

    private void write(JsonWriter json, TradingDay day, LongFunction<String> time) {
        json.object()
                .field("date", day.date().toString())
                .field("pre_start", time.apply(day.preMarketNs()))
                .field("pre_end", time.apply(day.openNs()))
                .field("core_start", time.apply(day.openNs()))
                .field("core_end", time.apply(day.closeNs()))
                .field("post_start", time.apply(day.closeNs()))
                .field("post_end", time.apply(day.endNs()))
                .field(
                        "settlement_date",
                        CalendarEndpoints.settlement(calendar, day).toString())
                .end();
    }
}
