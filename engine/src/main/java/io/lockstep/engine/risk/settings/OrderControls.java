package io.lockstep.engine.risk.settings;

import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * What every order is held against besides its instrument's limits.
 *
 * @param collarWindowBps how far the price may have moved within {@code collarWindowMs} for an order to pass, basis points; 0 is off
 * @param collarWindowMs that window, milliseconds
 * @param dupWindowMs an order equal in strategy, instrument, side, quantity and price is refused for so long, milliseconds; 0 is off
 * @param maxMessagesPerMinute new orders, changes and cancels of a venue in any minute
 * @param cancelReservePercent share of those kept for cancels, percent
 * @param maxReentriesPerHour entries of a strategy in any hour before it is halted for a person to look; 0 is off
 * @param maxEquityDataAgeMs as {@code maxDataAgeMs}, for shares, milliseconds
 * @param maxSpreadBps widest quote an order may be based on, basis points; 0 is off
 * @param maxClockOffsetMs largest difference between the venue's clock and ours, milliseconds
 * @param extendedHours whether orders may trade outside the core session
 * @param orderTypes types of order that may open or enlarge a position; what shrinks one may have any
 */
public record OrderControls(
        @Setting(
                help = "move of the price within collarWindowMs that stops orders; 0 for off",
                unit = "basis points",
                fallback = "300",
                least = "0",
                most = "10000")
        int collarWindowBps,

        @Setting(
                help = "window of collarWindowBps",
                unit = "milliseconds",
                fallback = "60000",
                least = "1000",
                most = "3600000")
        long collarWindowMs,

        @Setting(
                help = "an equal order is refused for so long; 0 for off",
                unit = "milliseconds",
                fallback = "1000",
                least = "0",
                most = "60000")
        long dupWindowMs,

        @Setting(
                help = "messages to a venue in any minute; about 60 % of what it allows",
                fallback = "1200",
                least = "1",
                most = "100000")
        int maxMessagesPerMinute,

        @Setting(help = "share of those kept for cancels", unit = "percent", fallback = "20", least = "0", most = "90")
        int cancelReservePercent,

        @Setting(
                help = "entries of a strategy in any hour before it is halted; 0 for off",
                fallback = "20",
                least = "0",
                most = "10000")
        int maxReentriesPerHour,

        @Setting(
                help = "oldest market data an order in shares may be based on",
                unit = "milliseconds",
                fallback = "5000",
                least = "1",
                most = "86400000")
        long maxEquityDataAgeMs,

        @Setting(
                help = "widest quote an order may be based on; 0 for off",
                unit = "basis points",
                fallback = "200",
                least = "0",
                most = "10000")
        int maxSpreadBps,

        @Setting(
                help = "largest difference between the venue's clock and ours",
                unit = "milliseconds",
                fallback = "250",
                least = "1",
                most = "60000")
        long maxClockOffsetMs,

        @Setting(help = "whether orders may trade outside the core session", fallback = "false")
        boolean extendedHours,

        @Setting(
                help = "types of order that may open or enlarge a position",
                fallback =
                        "[market, limit, stop-market, stop-limit, take-profit-market, take-profit-limit, trailing-stop]")
        List<OrderType> orderTypes) {
    private static final List<OrderType> ALL_TYPES = List.of(
            OrderType.MARKET,
            OrderType.LIMIT,
            OrderType.STOP_MARKET,
            OrderType.STOP_LIMIT,
            OrderType.TAKE_PROFIT_MARKET,
            OrderType.TAKE_PROFIT_LIMIT,
            OrderType.TRAILING_STOP);

    /** Copies the list. */
    public OrderControls {
        orderTypes = List.copyOf(orderTypes);
    }

    /** These, and any type of order. */
    public OrderControls(
            int collarWindowBps,
            long collarWindowMs,
            long dupWindowMs,
            int maxMessagesPerMinute,
            int cancelReservePercent,
            int maxReentriesPerHour,
            long maxEquityDataAgeMs,
            int maxSpreadBps,
            long maxClockOffsetMs,
            boolean extendedHours) {
        this(
                collarWindowBps,
                collarWindowMs,
                dupWindowMs,
                maxMessagesPerMinute,
                cancelReservePercent,
                maxReentriesPerHour,
                maxEquityDataAgeMs,
                maxSpreadBps,
                maxClockOffsetMs,
                extendedHours,
                ALL_TYPES);
    }

    /** The defaults. */
    public static OrderControls defaults() {
        return new OrderControls(300, 60_000, 1_000, 1_200, 20, 20, 5_000, 200, 250, false);
    }

    /** Messages a minute that new orders and changes may use. */
    public int messagesForOrders() {
        return Math.max(1, maxMessagesPerMinute * (100 - cancelReservePercent) / 100);
    }
}
