package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.wire.Symbols;
import org.jspecify.annotations.Nullable;

/**
 * Everything that turns one account's words into reports. Its parts share one memory of fills and orders, so they belong to one thread.
 */
public final class AccountExecution {
    private final OrderReports reports;
    private final TradingStreamDecoder stream;
    private final RestAnswers answers;
    private final AccountQueries queries;

    /**
     * The parts of an account.
     *
     * @param symbols the instruments it may trade
     * @param publisher takes the reports
     * @param ids tells our client order ids
     * @param accountId the account's id in events
     * @param listener told what the stream says besides order events
     * @param counters count what does not become a report
     */
    public AccountExecution(
            Symbols symbols,
            EventPublisher publisher,
            ClientOrderIds ids,
            int accountId,
            TradingStreamDecoder.Listener listener,
            ReportCounters counters) {
        this.reports = new OrderReports(publisher, ids, accountId, counters);
        this.stream = new TradingStreamDecoder(symbols, reports, listener, counters);
        this.answers = new RestAnswers(symbols, reports, counters);
        this.queries = new AccountQueries(symbols, reports, publisher, accountId, counters);
    }

    /** Decodes the trading stream. */
    public TradingStreamDecoder stream() {
        return stream;
    }

    /** Takes the answers to order requests. */
    public RestAnswers answers() {
        return answers;
    }

    /** The venue's id of an order of ours; null when no order body told it yet. */
    public @Nullable String venueOrderId(long orderId) {
        return reports.venueOrderId(orderId);
    }

    /**
     * The strategy an order of ours was sent for, as its client order id says.
     *
     * @param otherwise answer for an order no body was seen of
     */
    public int strategyId(long orderId, int otherwise) {
        return reports.strategyId(orderId, otherwise);
    }

    /** Takes the answers to queries. */
    public AccountQueries queries() {
        return queries;
    }
}
