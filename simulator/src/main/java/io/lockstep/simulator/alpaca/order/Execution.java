package io.lockstep.simulator.alpaca.order;

/**
 * One fill.
 *
 * @param id the venue's id of it
 * @param order the order, as it goes on after it
 * @param price quote currency, E8
 * @param quantity shares or coins, E8
 * @param filled filled in all after it, E8
 * @param leaves open after it, E8
 * @param positionQuantity signed position after it, E8
 * @param state where the order stood after it
 * @param timeNs UTC, nanoseconds
 */
public record Execution(
        String id,
        AlpacaOrder order,
        long price,
        long quantity,
        long filled,
        long leaves,
        long positionQuantity,
        OrderState state,
        long timeNs) {}
