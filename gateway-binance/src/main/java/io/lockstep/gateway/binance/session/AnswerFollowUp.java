package io.lockstep.gateway.binance.session;

import io.lockstep.gateway.binance.execution.ResponseDecoder;
import io.lockstep.gateway.binance.execution.ResponseOutcome;
import io.lockstep.gateway.binance.execution.error.OrderFate;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.session.context.Readiness;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.context.Wishes;

/** Does what an answer calls for beyond the report that was published of it. Any thread. */
final class AnswerFollowUp {
    private static final long NS_PER_MS = 1_000_000;

    private final SessionContext context;
    private final Readiness readiness;
    private final Wishes wishes;

    AnswerFollowUp(SessionContext context, Readiness readiness, Wishes wishes) {
        this.context = context;
        this.readiness = readiness;
        this.wishes = wishes;
    }

    /** @param decoder the decoder that has just said {@code outcome} */
    void onOutcome(ResponseDecoder decoder, ResponseOutcome outcome, RestOrders orders) {
        switch (outcome) {
            case FAILED -> {
                context.counters().increment(SessionCounter.REQUESTS_FAILED);
                context.status().error(decoder.code(), nameOf(decoder.requestId()), decoder.text());
            }
            case MALFORMED -> context.counters().increment(SessionCounter.ANSWERS_MALFORMED);
            case KEY_REVOKED -> readiness.refuse(decoder.code(), decoder.text());
            case REFUSED, UNKNOWN -> {
                if (decoder.fate() == OrderFate.NOT_OPEN || decoder.fate() == OrderFate.EXISTS) {
                    orders.askSoon(decoder.requestId());
                }
            }
            case ANSWERED -> {
                if (decoder.areFillsMissing()) {
                    wishes.wantFills();
                }
            }
            default -> {}
        }
        recover(decoder, orders);
    }

    private void recover(ResponseDecoder decoder, RestOrders orders) {
        switch (decoder.recovery()) {
            case STOP_REQUESTS -> {
                context.counters().increment(SessionCounter.BANS);
                context.budget()
                        .banUntil(
                                decoder.retryAfterMs() * NS_PER_MS,
                                context.clock().venueNs());
                context.status().error(decoder.code(), "LIMIT_PASSED", decoder.text());
            }
            case RESYNC_CLOCK -> {
                wishes.wantClock();
                context.status().error(decoder.code(), "CLOCK_REFUSED", decoder.text());
            }
            case HALT -> readiness.refuse(decoder.code(), decoder.text());
            case RESYNC_ACCOUNT -> wishes.wantAccount();
            case RECONNECT -> context.status().error(decoder.code(), "VENUE_GOES_DOWN", decoder.text());
            case REFRESH_RULES -> context.status().error(decoder.code(), "RULES_BROKEN", decoder.text());
            case REDUCE_ONLY -> context.status().error(decoder.code(), "VENUE_REDUCE_ONLY", decoder.text());
            case USE_ALGO_SERVICE, RENEW_LISTEN_KEY ->
                context.status().error(decoder.code(), "UNEXPECTED", decoder.text());
            case VERIFY_THEN_RESEND -> orders.askSoon(decoder.requestId());
            case NONE, ASK, BACK_OFF, WAIT_FOR_WINDOW, FREE_ORDERS, READ_BODY -> {}
        }
    }

    private static String nameOf(RequestId id) {
        return id.kind() == RequestId.QUERY ? "QUERY_FAILED" : "REQUEST_FAILED";
    }
}
