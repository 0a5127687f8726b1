package io.lockstep.gateway.binance.orderentry.request;

/** How much the venue answers to an order ({@code newOrderRespType}); what became of it is told by the user stream in any case. */
public enum ResponseType {
    /** That it was taken. */
    ACK,
    /** Its state after matching. */
    RESULT,
    /** Its state and each fill; spot only. */
    FULL;

    /** The nearest that futures offer. */
    ResponseType forFutures() {
        return this == FULL ? RESULT : this;
    }
}
