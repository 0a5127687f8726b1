package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.sbe.Side;

/**
 * What a request of ours was about, kept until its answer comes.
 *
 * @param orderId our order id
 * @param strategyId strategy that owns it
 * @param instrumentId instrument
 * @param side side of the order
 */
public record SentOrder(long orderId, int strategyId, int instrumentId, Side side) {}
