package io.lockstep.engine.port;

import io.lockstep.engine.instrument.Instrument;
import java.util.List;
import java.util.Map;

/**
 * One venue in a session: says what can be traded, then carries market data and reports in and commands out until it is closed.
 *
 * <p>The life of a gateway: {@link #loadInstruments} once, {@link #start} once, commands from then on, {@link #close} once. It opens no
 * connection that its settings do not name.
 */
public interface VenueGateway extends OrderGateway, AutoCloseable {
    /**
     * The configured instruments as the venue states them now, in the order of the request. Blocks; called before an engine is built.
     *
     * @throws VenueException if the venue does not answer or does not know one of them
     */
    List<Instrument> loadInstruments();

    /**
     * Connects. Returns at once: how it goes is told by {@code ConnectionStatus} events. A venue's private side counts as usable only after
     * {@code READY}: the user stream is proven and what was missed has been read.
     *
     * @param publisher where events go, from the gateway's own threads
     * @param past what the journal says this run goes on from
     */
    void start(EventPublisher publisher, Past past);

    /**
     * What a run goes on from.
     *
     * @param runId the journal's tag: client order ids are a pure function of it and of our order id, so that a later process knows them again
     * @param openOrders orders of all accounts that the journal leaves open at their venues
     */
    record Past(long runId, List<OpenOrder> openOrders) {
        /** Copies the list. */
        public Past {
            openOrders = List.copyOf(openOrders);
        }

        /** The beginning of a journal. */
        public static Past none(long runId) {
            return new Past(runId, List.of());
        }

        /** Its orders of an account. */
        public List<OpenOrder> ordersOf(int accountId) {
            return openOrders.stream()
                    .filter(order -> order.accountId() == accountId)
                    .toList();
        }
    }

    /** What the gateway has counted, by name: frames, reconnects, drops, refusals. Any thread. */
    Map<String, Long> counters();

    /** Ends every connection; nothing is published after it returns. */
    @Override
    void close();
}
