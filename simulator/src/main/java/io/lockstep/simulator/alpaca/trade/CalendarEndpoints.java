package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** {@code /v2/clock} and {@code /v2/calendar}: the core session of the US exchanges. */
final class CalendarEndpoints {
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("HHmm");

    private final NyseCalendar calendar;

    CalendarEndpoints(Sessions sessions) {
        this.calendar = sessions.calendar();
    }

    void register(EndpointTable table) {
        table.add("GET /v2/clock", this::clock).add("GET /v2/calendar", this::calendar);
    }

    private HttpReply clock(ApiCall call) {
        long now = call.nowNs();
        TradingDay day = calendar.dayAt(now);
        String json = new JsonWriter()
                .object()
                .field("timestamp", Rfc3339.newYork(now))
                .field("is_open", now >= day.openNs() && now < day.closeNs())
                .field("next_open", Rfc3339.newYork(opening(calendar, now).openNs()))
                .field("next_close", Rfc3339.newYork(closing(calendar, now).closeNs()))
                .end()
                .toString();
        return HttpReply.of(200, json);
    }

    /** The day that opens next. */
    static TradingDay opening(NyseCalendar calendar, long nowNs) {
        TradingDay day = calendar.dayAt(nowNs);
        return nowNs < day.openNs() ? day : calendar.dayAt(day.endNs());
    }

    /** The day that closes next. */
    static TradingDay closing(NyseCalendar calendar, long nowNs) {
        TradingDay day = calendar.dayAt(nowNs);
        return nowNs < day.closeNs() ? day : calendar.dayAt(day.endNs());
    }

    /** The day after, on which a day's trades are settled; of the last day that is known, that day itself. */
    static LocalDate settlement(NyseCalendar calendar, TradingDay day) {
        boolean last = day.equals(calendar.days().get(calendar.days().size() - 1));
        return last ? day.date() : calendar.dayAt(day.endNs()).date();
    }

    /**
     * A date of a query, or another if it is not named; a time behind it is ignored.
     *
     * @throws ApiError 422 if it is none
     */
    static LocalDate date(Fields query, String name, LocalDate otherwise) {
        String text = query.textIfAny(name);
        try {
            return text == null ? otherwise : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw ApiError.invalid("invalid " + name + ": " + text);
        }
    }

    private HttpReply calendar(ApiCall call) {
        LocalDate from = date(call.query(), "start", LocalDate.of(NyseCalendar.FIRST_YEAR, 1, 1));
        LocalDate to = date(call.query(), "end", LocalDate.of(NyseCalendar.LAST_YEAR, 12, 31));
        boolean bySettlement = call.query().text("date_type", "TRADING").equals("SETTLEMENT");
        JsonWriter json = new JsonWriter().array();
        for (TradingDay day : calendar.days()) {
            LocalDate date = bySettlement ? settlement(calendar, day) : day.date();
            if (!date.isBefore(from) && !date.isAfter(to)) {
                write(json, day);
            }
        }
        return HttpReply.of(200, json.end().toString());
    }

    private void write(JsonWriter json, TradingDay day) {
        json.object()
                .field("date", day.date().toString())
                .field("open", at(day.openNs(), COLON))
                .field("close", at(day.closeNs(), COLON))
                .field("session_open", at(day.preMarketNs(), PLAIN))
                .field("session_close", at(day.endNs(), PLAIN))
                .field("settlement_date", settlement(calendar, day).toString())
                .end();
    }

    private static String at(long timeNs, DateTimeFormatter format) {
        return format.format(Instant.ofEpochSecond(0, timeNs).atZone(NyseCalendar.NEW_YORK));
    }
}
