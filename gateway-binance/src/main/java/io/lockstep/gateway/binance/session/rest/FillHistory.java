package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.execution.OrderRows;
import io.lockstep.gateway.binance.orderentry.OrderFacts;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.transport.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account's fills of each instrument, read on from the last one seen. The first reading publishes only fills of orders of this run:
 * whatever else happened before this process is in the balances it starts from. Sync thread.
 *
 * <p>A row names its order by the venue's id, so that orders are learned first.
 */
final class FillHistory {
    private static final int PAGE = 1_000;
    private static final int MOST_PAGES = 10;

    private final SessionContext context;
    private final RestClient client;
    private final ListRequests requests;
    private final OrderRows rows;
    private final RequestValues values = new RequestValues();
    private final OrderFacts facts = new OrderFacts();
    private final Map<Integer, Long> nextTradeId = new HashMap<>();
    private final Set<Long> foreign = new HashSet<>();
    private boolean primed;

    FillHistory(SessionContext context, RestClient client, ListRequests requests, OrderRows rows) {
        this.context = context;
        this.client = client;
        this.requests = requests;
        this.rows = rows;
    }

    /** Reads fills, and the orders they belong to. */
    List<JsonValue> read() {
        List<JsonValue> answers = new ArrayList<>();
        for (Instrument instrument : context.instruments()) {
            if (nextTradeId.containsKey(instrument.id())) {
                readOn(instrument, answers);
            } else {
                client.ask(requests.recentOrders(instrument.symbol()), values)
                        .elements()
                        .forEach(rows::learn);
                answers.add(client.ask(requests.recentTrades(instrument.symbol()), values));
            }
        }
        return answers;
    }

    /** Publishes what was read; returns how many fills. */
    int publish(List<JsonValue> answers, long receivedNs) {
        int published = 0;
        context.instruments().forEach(instrument -> nextTradeId.putIfAbsent(instrument.id(), 0L));
        for (JsonValue answer : answers) {
            for (JsonValue row : answer.elements()) {
                nextTradeId.merge(rows.instrumentOf(row), row.number("id") + 1, Math::max);
                if (rows.publishFill(row, !primed, receivedNs)) {
                    published++;
                }
            }
        }
        primed = true;
        return published;
    }

    private void readOn(Instrument instrument, List<JsonValue> answers) {
        long from = nextTradeId.getOrDefault(instrument.id(), 0L);
        foreign.clear();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonValue answer = client.ask(requests.tradesFrom(instrument.symbol()), values.number(from));
            List<JsonValue> trades = answer.elements();
            answers.add(answer);
            trades.forEach(trade -> learnOrderOf(instrument, trade));
            if (trades.size() < PAGE) {
                return;
            }
            from = trades.get(trades.size() - 1).number("id") + 1;
        }
        throw new VenueException("more fills than can be read: symbol=" + instrument.symbol(), 0);
    }

    /** Asks for the order of a fill unless it is known, as ours or as foreign. */
    private void learnOrderOf(Instrument instrument, JsonValue trade) {
        long venueOrderId = trade.number("orderId");
        if (!context.directory().findByVenueId(instrument.id(), venueOrderId, facts) && foreign.add(venueOrderId)) {
            values.venueOrderId(venueOrderId);
            rows.learn(client.ask(requests.orderByVenueId(instrument.symbol()), values));
        }
    }
}
