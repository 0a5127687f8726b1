package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.desk.OrderFlow;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.Execution;
import io.lockstep.simulator.alpaca.order.OrderState;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** {@code /v2/account/activities}: the fills. A paper account knows no fees, dividends or transfers. */
final class ActivityEndpoints {
    private static final String PATH = "/v2/account/activities";
    private static final String FILL = "FILL";

    /** Types of activities that are no trades; those of the first line are the newest, the last line's only old clients ask for. */
    private static final Set<String> OTHERS = Set.of(
            "CFEE", "CGD", "FEE", "FOPT", "OCT", "OPCA", "OPCSH", "OPEXC", "OPTRD", "SPIN", "SPLIT", "SWP", "VOF", "WH",
            "TRANS", "MISC", "ACATC", "ACATS", "CSD", "CSW", "DIV", "DIVCGL", "DIVCGS", "DIVFEE", "DIVFT", "DIVNRA",
            "DIVROC", "DIVTW", "DIVTXEX", "INT", "INTNRA", "INTTW", "JNL", "JNLC", "JNLS", "MA", "NC", "OPASN", "OPEXP",
            "PTC", "PTR", "REORG", "CIL", "CSR", "OPXRC", "SC", "SSO", "SSP");

    private static final int MOST = 100;
    private static final DateTimeFormatter WALL_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");

    private final OrderFlow flow;

    ActivityEndpoints(OrderFlow flow) {
        this.flow = flow;
    }

    void register(EndpointTable table) {
        table.add("GET " + PATH, this::listAll).add("GET " + PATH + "/*", call -> list(call, call.tail()));
    }

    private HttpReply listAll(ApiCall call) {
        boolean noTrades = call.query().text("category", "").equals("non_trade_activity");
        return noTrades ? HttpReply.of(200, "[]") : list(call, call.query().text("activity_types", FILL));
    }

    private HttpReply list(ApiCall call, String types) {
        boolean fills = false;
        for (String type : types.split(",", -1)) {
            if (!type.equals(FILL) && !OTHERS.contains(type)) {
                throw ApiError.invalid("invalid activity type: " + type);
            }
            fills |= type.equals(FILL);
        }
        return HttpReply.of(200, fills ? fills(call) : "[]");
    }

    private String fills(ApiCall call) {
        Fields query = call.query();
        long after = query.time("after", Long.MIN_VALUE);
        long until = query.time("until", Long.MAX_VALUE);
        long date = query.time("date", FixedPoint.NULL);
        List<Execution> chosen = new ArrayList<>();
        for (Execution each : flow.executions()) {
            boolean inTime = each.timeNs() > after && each.timeNs() < until;
            boolean onDate = date == FixedPoint.NULL
                    || Rfc3339.newYorkDate(each.timeNs()).equals(utcDate(date));
            if (each.order().accountId() == call.accountId() && inTime && onDate) {
                chosen.add(each);
            }
        }
        if (!query.text("direction", "desc").equals("asc")) {
            Collections.reverse(chosen);
        }
        int first = firstAfter(chosen, query.text("page_token", ""));
        JsonWriter json = new JsonWriter().array();
        chosen.stream()
                .skip(first)
                .limit(query.number("page_size", MOST, 1, MOST))
                .forEach(each -> write(json, each));
        return json.end().toString();
    }

    private static LocalDate utcDate(long timeNs) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(0, timeNs), ZoneOffset.UTC);
    }

    /** A page begins behind the id that ended the page before. */
    private static int firstAfter(List<Execution> chosen, String token) {
        for (int i = 0; i < chosen.size() && !token.isEmpty(); i++) {
            if (id(chosen.get(i)).equals(token)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String id(Execution execution) {
        String time =
                WALL_TIME.format(Instant.ofEpochSecond(0, execution.timeNs()).atZone(NyseCalendar.NEW_YORK));
        return time + "::" + execution.id();
    }

    private static void write(JsonWriter json, Execution execution) {
        AlpacaOrder order = execution.order();
        json.object()
                .field("id", id(execution))
                .field("activity_type", FILL)
                .field("transaction_time", Rfc3339.utc(execution.timeNs()))
                .field("type", execution.state() == OrderState.FILLED ? "fill" : "partial_fill")
                .field("price", FixedPoint.format(execution.price()))
                .field("qty", FixedPoint.format(execution.quantity()))
                .field("side", side(order, execution))
                .field("symbol", order.asset().symbol())
                .field("leaves_qty", FixedPoint.format(execution.leaves()))
                .field("order_id", order.id())
                .field("cum_qty", FixedPoint.format(execution.filled()))
                .field("order_status", execution.state().word())
                .end();
    }

    private static String side(AlpacaOrder order, Execution execution) {
        boolean shortSale = !order.isBuy() && execution.positionQuantity() < 0;
        return order.isBuy() ? "buy" : shortSale ? "sell_short" : "sell";
    }
}
