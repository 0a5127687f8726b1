package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.settings.Setting;
import io.lockstep.gateway.binance.orderentry.request.ResponseType;
import io.lockstep.gateway.binance.orderentry.request.StpMode;

/**
 * How orders are sent.
 *
 * @param recvWindowMs how late a request may reach the venue before it must refuse it, milliseconds; small, for it bounds how long an
 *     unanswered order can still appear
 * @param answerDeadlineMs time after which an unanswered request counts as unknown, milliseconds; above the venue's own time-out of 10 s
 * @param stp what the venue does when two of our orders would meet
 * @param responseType how much the venue answers to an order
 * @param cancelReservePercent part of each rate limit that only cancels may use, percent
 * @param rememberedOrders latest orders whose owner and names at the venue are known; their memory is taken at the start
 */
public record RequestSettings(
        @Setting(
                help = "how late a request may reach the venue",
                unit = "milliseconds",
                fallback = "1000",
                least = "1",
                most = "60000")
        int recvWindowMs,

        @Setting(
                help = "time after which an unanswered request counts as unknown",
                unit = "milliseconds",
                fallback = "12000",
                least = "100",
                most = "60000")
        int answerDeadlineMs,

        @Setting(help = "what the venue does when two of our orders would meet", fallback = "expire-taker")
        StpMode stp,

        @Setting(help = "how much the venue answers to an order", fallback = "ack")
        ResponseType responseType,

        @Setting(
                help = "part of each rate limit that only cancels may use",
                unit = "percent",
                fallback = "20",
                least = "0",
                most = "90")
        int cancelReservePercent,

        @Setting(
                help = "latest orders whose owner and names at the venue are known",
                unit = "orders",
                fallback = "16384",
                least = "64",
                most = "1048576")
        int rememberedOrders) {
    /** The defaults above. */
    public static final RequestSettings DEFAULT =
            new RequestSettings(1_000, 12_000, StpMode.EXPIRE_TAKER, ResponseType.ACK, 20, 16_384);
}
