package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.desk.TradingFloor;
import io.lockstep.simulator.alpaca.market.BarFrames;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /v2/account/portfolio/history}: equity over time, noted at every minute. Days are New York's; at most as many minutes are kept as a month
 * of trading has.
 */
final class PortfolioEndpoints {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * NS_PER_S;
    private static final long DAY_NS = 1_440 * MINUTE_NS;
    private static final int KEPT = 30_000;
    private static final Pattern PERIOD = Pattern.compile("([1-9][0-9]{0,2})([DWMA])");
    private static final Map<String, Long> FRAMES = Map.of(
            "1Min", MINUTE_NS, "5Min", 5 * MINUTE_NS, "15Min", 15 * MINUTE_NS, "1H", 60 * MINUTE_NS, "1D", DAY_NS);

    private final TradingFloor floor;
    private final Books books;
    private final Map<Integer, NavigableMap<Long, Long>> equities = new TreeMap<>();

    PortfolioEndpoints(TradingFloor floor, Books books) {
        this.floor = floor;
        this.books = books;
        long now = floor.nowNs().getAsLong();
        schedule(now - Math.floorMod(now, MINUTE_NS) + MINUTE_NS);
    }

    void register(EndpointTable table) {
        table.add("GET /v2/account/portfolio/history", this::history);
    }

    private void schedule(long timeNs) {
        floor.agenda().at(timeNs, () -> {
            for (int account = 0; account < books.accounts(); account++) {
                note(account, timeNs);
            }
            schedule(timeNs + MINUTE_NS);
        });
    }

    private void note(int account, long timeNs) {
        NavigableMap<Long, Long> series = series(account);
        series.put(timeNs, books.equity(account));
        if (series.size() > KEPT) {
            series.pollFirstEntry();
        }
    }

    private NavigableMap<Long, Long> series(int account) {
        return equities.computeIfAbsent(account, absent -> new TreeMap<>());
    }

    private HttpReply history(ApiCall call) {
        String period = call.query().text("period", "1M");
        String frame = call.query().text("timeframe", period.equals("1D") ? "5Min" : "1D");
        Long lengthNs = FRAMES.get(frame);
        if (lengthNs == null) {
            throw ApiError.invalid("invalid timeframe: " + frame);
        }
        long until = call.query().time("end", call.nowNs());
        long from = call.query().time("start", until - lengthOf(period));
        note(call.accountId(), call.nowNs());
        NavigableMap<Long, Long> series = series(call.accountId()).subMap(from, true, until, true);
        return HttpReply.of(200, text(frame, lengthNs, series));
    }

    private static long lengthOf(String period) {
        Matcher matcher = PERIOD.matcher(period);
        if (!matcher.matches()) {
            throw ApiError.invalid("invalid period: " + period);
        }
        long days = switch (matcher.group(2)) {
            case "D" -> 1;
            case "W" -> 7;
            case "M" -> 31;
            default -> 366;
        };
        return Long.parseLong(matcher.group(1)) * days * DAY_NS;
    }

    /** Of each interval the last value; profit and loss against the first value of all. */
    private static String text(String frame, long lengthNs, NavigableMap<Long, Long> series) {
        NavigableMap<Long, Long> points = new TreeMap<>();
        series.forEach((timeNs, equity) -> points.put(startOf(timeNs, lengthNs), equity));
        long base = series.isEmpty() ? 0 : series.firstEntry().getValue();
        JsonWriter times = new JsonWriter().array();
        JsonWriter values = new JsonWriter().array();
        JsonWriter profits = new JsonWriter().array();
        JsonWriter fractions = new JsonWriter().array();
        points.forEach((startNs, equity) -> {
            times.number(startNs / NS_PER_S);
            values.raw(FixedPoint.format(equity));
            profits.raw(FixedPoint.format(equity - base));
            fractions.raw(
                    base == 0
                            ? "0"
                            : FixedPoint.format(FixedPoint.divide(equity - base, base, RoundingMode.HALF_EVEN)));
        });
        return new JsonWriter()
                .object()
                .name("timestamp")
                .raw(times.end().toString())
                .name("equity")
                .raw(values.end().toString())
                .name("profit_loss")
                .raw(profits.end().toString())
                .name("profit_loss_pct")
                .raw(fractions.end().toString())
                .name("base_value")
                .raw(FixedPoint.format(base))
                .field("timeframe", frame)
                .name("cashflow")
                .object()
                .end()
                .end()
                .toString();
    }

    private static long startOf(long timeNs, long lengthNs) {
        return lengthNs == DAY_NS ? BarFrames.midnight(timeNs) : timeNs - Math.floorMod(timeNs, lengthNs);
    }
}
