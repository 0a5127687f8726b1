package io.lockstep.engine.port;

import java.util.List;

/**
 * One account at a venue by hand: what {@code kill}, {@code guard}, {@code audit} and {@code doctor} do without an engine. Every call is one
 * or more requests of its own connection, blocks up to its deadline and is safe to repeat. One thread at a time.
 *
 * <p>Every call throws {@link VenueException} if the venue refuses or does not answer.
 */
public interface VenueAdmin extends AutoCloseable {
    /** Orders the venue holds open, conditional ones included. */
    List<OpenOrder> openOrders();

    /** Positions that are not flat; on a spot venue, holdings of the configured base assets. */
    List<OpenPosition> positions();

    /** Balances that are not zero. */
    List<Balance> balances();

    /** Asks for the cancellation of every order of a symbol, conditional ones included. That it worked is for {@link #openOrders} to say. */
    void cancelAll(String symbol);

    /** Asks for the cancellation of one order. */
    void cancel(OpenOrder order);

    /**
     * Asks to close a position with an order that can only shrink it, no worse than a price.
     *
     * @param position what to close
     * @param collarBps how far from the current price the order may go, basis points
     */
    void close(OpenPosition position, int collarBps);

    /** What the venue says of key, permissions, clock and limits. */
    Health health();

    /** The venue's own name for the account, by which a configuration can pin it. */
    String accountId();

    @Override
    void close();

    /**
     * An order open at the venue.
     *
     * @param symbol the venue's symbol
     * @param clientOrderId the id it was sent with, empty for none
     * @param venueOrderId the venue's id
     * @param buy whether it buys
     * @param quantity whole quantity, E8
     * @param filled filled so far, E8
     * @param price limit price, E8, or null value for none
     * @param ours whether its id has the form this program gives
     * @param conditional whether it waits for a price, as a stop does
     */
    record OpenOrder(
            String symbol,
            String clientOrderId,
            String venueOrderId,
            boolean buy,
            long quantity,
            long filled,
            long price,
            boolean ours,
            boolean conditional) {
        /** A plain order of ours. */
        public OpenOrder(
                String symbol,
                String clientOrderId,
                String venueOrderId,
                boolean buy,
                long quantity,
                long filled,
                long price) {
            this(symbol, clientOrderId, venueOrderId, buy, quantity, filled, price, true, false);
        }
    }

    /**
     * A position open at the venue.
     *
     * @param symbol the venue's symbol
     * @param quantity signed size, E8
     * @param entryPrice mean entry price, E8, or null value where the venue has none
     */
    record OpenPosition(String symbol, long quantity, long entryPrice) {}

    /**
     * A balance at the venue.
     *
     * @param asset which asset
     * @param free available, E8
     * @param locked reserved, E8
     */
    record Balance(String asset, long free, long locked) {}

    /**
     * The state of an account's access.
     *
     * @param clockOffsetNs the venue's clock less ours, nanoseconds
     * @param roundTripNs how long the measuring request took, nanoseconds
     * @param canTrade whether the key may place orders
     * @param canWithdraw whether the key may withdraw, which it should not
     * @param findings what is wrong, one sentence each
     * @param notes what is in use and what could not be found out, one sentence each
     */
    record Health(
            long clockOffsetNs,
            long roundTripNs,
            boolean canTrade,
            boolean canWithdraw,
            List<String> findings,
            List<String> notes) {
        /** Copies the lists. */
        public Health {
            findings = List.copyOf(findings);
            notes = List.copyOf(notes);
        }
    }
}
