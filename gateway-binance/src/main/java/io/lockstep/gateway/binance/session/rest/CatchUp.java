package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.execution.OrderRows;
import io.lockstep.gateway.binance.execution.account.AccountRows;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.context.Wishes;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the venue's own lists and publishes them, each between a mark that begins and one that ends it. A list that cannot be had ends in a
 * mark that says so. Blocking; sync thread.
 */
final class CatchUp {
    private static final int ALL_AT_ONCE_ABOVE = 10;
    private static final int MOST_AGAIN = 3;

    private final SessionContext context;
    private final RestClient client;
    private final ListRequests requests;
    private final FillHistory fills;
    private final OrderRows orderRows;
    private final AccountRows accountRows;
    private final Wishes wishes;
    private final RequestValues values = new RequestValues();
    private long fundingReadMs;

    CatchUp(SessionContext context, RestClient client, Wishes wishes) {
        this.context = context;
        this.client = client;
        this.wishes = wishes;
        this.requests = ListRequests.of(context);
        this.orderRows = new OrderRows(
                context.symbols(), context.publisher(), context.runId(), context.directory(), context.accountId());
        this.accountRows = new AccountRows(context.symbols(), context.publisher(), context.accountId());
        this.fills = new FillHistory(context, client, requests, orderRows);
        this.fundingReadMs = context.clock().timestampMs();
    }

    /** Reads everything that could have been missed; false where a list could not be had. */
    boolean everything(String reason) {
        return orders(reason) && fills(reason) && funding() && account(reason);
    }

    /** Positions and cash prove nothing where something traded while they were asked for: they are read again, but not for ever. */
    private boolean account(String reason) {
        for (int again = MOST_AGAIN; ; again--) {
            long heard = wishes.heard();
            if (!positions(reason) || !cash(reason)) {
                return false;
            }
            if (heard == wishes.heard() || again == 0) {
                return true;
            }
        }
    }

    /** Reads the open orders, conditional ones too. */
    boolean orders(String reason) {
        return list(ReconciliationKind.ORDERS, reason, this::askOrders, this::publishOrders);
    }

    /** Reads the fills since the last that was seen here; at first those of our own orders. */
    boolean fills(String reason) {
        return list(ReconciliationKind.FILLS, reason, fills::read, fills::publish);
    }

    /** Reads the positions; a spot account has none. */
    boolean positions(String reason) {
        List<Integer> ids = context.instruments().stream().map(Instrument::id).toList();
        return requests.positions()
                .map(request -> list(
                        ReconciliationKind.POSITIONS,
                        reason,
                        () -> List.of(client.ask(request, values)),
                        (answers, receivedNs) -> accountRows.publishPositions(answers.get(0), ids, receivedNs)))
                .orElse(true);
    }

    /** Reads the balances. */
    boolean cash(String reason) {
        return list(
                ReconciliationKind.CASH,
                reason,
                () -> List.of(client.ask(requests.balances(), values)),
                (answers, receivedNs) -> context.isSpot()
                        ? accountRows.publishSpotBalances(answers.get(0), assets(), receivedNs)
                        : accountRows.publishWallets(answers.get(0), receivedNs));
    }

    /** Reads the funding paid since it was read last; it is not framed, for it is no list of what is. */
    private boolean funding() {
        return requests.fundingSince().map(this::funding).orElse(true);
    }

    private boolean funding(RequestTemplate request) {
        long askedMs = context.clock().timestampMs();
        try {
            JsonValue list = client.ask(request, values.number(fundingReadMs));
            accountRows.publishFunding(list, context.clock().nowNs());
            fundingReadMs = askedMs;
            return true;
        } catch (VenueException | JsonFormatException | ArithmeticException e) {
            failed(ReconciliationKind.CASH, context.clock().nowNs(), e);
            return false;
        }
    }

    private List<String> assets() {
        return context.instruments().stream()
                .flatMap(instrument -> Stream.of(instrument.baseAsset(), instrument.quoteAsset()))
                .distinct()
                .toList();
    }

    private List<JsonValue> askOrders() {
        List<JsonValue> answers = new ArrayList<>();
        if (context.instruments().size() > ALL_AT_ONCE_ABOVE) {
            requests.allOpenOrders().forEach(request -> answers.add(client.ask(request, values)));
            return answers;
        }
        for (Instrument instrument : context.instruments()) {
            for (RequestTemplate request : requests.openOrders(instrument.symbol())) {
                answers.add(client.ask(request, values));
            }
        }
        return answers;
    }

    private int publishOrders(List<JsonValue> answers, long receivedNs) {
        int published = 0;
        for (JsonValue answer : answers) {
            for (JsonValue row : answer.elements()) {
                if (orderRows.publishOrder(row, ReportSource.RECONCILIATION, receivedNs)) {
                    published++;
                    if (orderRows.areFillsMissing()) {
                        wishes.wantFills();
                    }
                }
            }
        }
        return published;
    }

    private boolean list(ReconciliationKind kind, String reason, Question question, Answer answer) {
        long requestedNs = context.clock().nowNs();
        try {
            List<JsonValue> answers = question.ask();
            context.status().mark(kind, ReconciliationPhase.BEGIN, requestedNs, reason);
            int entries = answer.publish(answers, context.clock().nowNs());
            context.status().end(kind, requestedNs, entries, reason);
            context.counters().increment(SessionCounter.LISTS_READ);
            return true;
        } catch (VenueException | JsonFormatException | ArithmeticException e) {
            failed(kind, requestedNs, e);
            return false;
        }
    }

    /** What fails because the session ends is no failure of the venue's. */
    private void failed(ReconciliationKind kind, long requestedNs, RuntimeException e) {
        if (context.gate().isShut()) {
            return;
        }
        int code = e instanceof VenueException venue ? venue.venueCode() : 0;
        context.counters().increment(SessionCounter.LISTS_FAILED);
        context.status().error(code, "LIST_FAILED", String.valueOf(e.getMessage()));
        context.status().mark(kind, ReconciliationPhase.FAILED, requestedNs, "LIST_FAILED");
    }

    /** Asks, blocking. */
    private interface Question {
        List<JsonValue> ask();
    }

    /** Publishes what was answered; returns how many entries. */
    private interface Answer {
        int publish(List<JsonValue> answers, long receivedNs);
    }
}
