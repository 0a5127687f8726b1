package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.gateway.alpaca.execution.SentOrder;
import io.lockstep.gateway.alpaca.execution.refusal.OrderFate;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.transport.ratelimit.Priority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for cancellations. Alpaca Orders, "Cancel", read 2026-11: success means that the request was taken, the order's own event says that
 * it is canceled. Repeating one is harmless, so it is repeated until the venue answers. An order whose venue id is not known yet is looked
 * up first. One thread.
 */
final class Cancels {
    private static final long FIRST_WAIT_NS = 250_000_000L;
    private static final int MOST_TRIES = 6;

    private final OrderEntry entry;
    private final LookUps lookUps;

    Cancels(OrderEntry entry, LookUps lookUps) {
        this.entry = entry;
        this.lookUps = lookUps;
    }

    /** Cancels one order of ours. */
    void cancel(SentOrder sent) {
        cancel(sent, 0);
    }

    /** Cancels every order of the account, ours or not. */
    void cancelAll() {
        cancelAll(0);
    }

    /** Cancels every open order of a symbol, ours or not. */
    void cancelAll(String symbol) {
        listAndCancel(symbol, 0);
    }

    private void cancel(SentOrder sent, int tries) {
        String venueOrderId = entry.execution.venueOrderId(sent.orderId());
        if (venueOrderId == null) {
            lookUps.ask(sent, 0, fate -> lookedUp(sent, fate, tries));
        } else {
            delete(venueOrderId, sent, 0);
        }
    }

    private void lookedUp(SentOrder sent, OrderFate fate, int tries) {
        boolean isKnown = entry.execution.venueOrderId(sent.orderId()) != null;
        if (fate == OrderFate.ENDED) {
            return; // the look-up has reported how
        }
        if (isKnown) {
            cancel(sent, tries);
        } else if (tries + 1 < MOST_TRIES) {
            entry.later(FIRST_WAIT_NS << tries, () -> cancel(sent, tries + 1));
        } else {
            entry.answers().nothingToCancel(sent, entry.nowNs());
        }
    }

    private void delete(String venueOrderId, @Nullable SentOrder sent, int tries) {
        entry.send(
                entry.requests.cancel(venueOrderId),
                Priority.CANCEL,
                reply -> deleted(venueOrderId, sent, reply, tries));
    }

    private void deleted(String venueOrderId, @Nullable SentOrder sent, RestReply reply, int tries) {
        boolean again = !reply.isAnswered() || reply.status() == 429 || reply.status() >= 500;
        if (again && tries + 1 < MOST_TRIES) {
            entry.later(FIRST_WAIT_NS << tries, () -> delete(venueOrderId, sent, tries + 1));
        } else if (sent == null) {
            if (!reply.isSuccess()) {
                entry.tell(reply.status(), "CANCEL_FAILED", "venueOrderId=" + venueOrderId + ", " + reply);
            }
        } else if (reply.isAnswered()) {
            answered(sent, reply);
        } else if (reply.kind() == RestReply.Kind.LOST) {
            entry.lose(sent, reply.toString());
        } else {
            refuse(sent, reply.toString());
        }
    }

    private void answered(SentOrder sent, RestReply reply) {
        OrderFate fate =
                entry.answers().canceled(sent, reply.status(), reply.body(), reply.body().length, reply.receivedNs());
        if (fate == OrderFate.UNKNOWN) {
            entry.lose(sent, reply.toString());
        } else if (fate == OrderFate.ENDED) {
            lookUps.query(sent);
        }
        if (!reply.isSuccess()) {
            entry.alarm();
        }
    }

    private void cancelAll(int tries) {
        entry.send(entry.requests.cancelAll(), Priority.CANCEL, reply -> {
            if (!reply.isAnswered() || reply.status() == 429 || reply.status() >= 500) {
                allAgain(reply, tries);
            } else if (!entry.answers().each(reply.status(), reply.body(), reply.body().length, this::onEntry)) {
                entry.tell(reply.status(), "CANCEL_ALL_FAILED", reply.toString());
                entry.alarm();
            }
        });
    }

    private void allAgain(RestReply reply, int tries) {
        if (tries + 1 < MOST_TRIES) {
            entry.later(FIRST_WAIT_NS << tries, () -> cancelAll(tries + 1));
        } else {
            entry.tell(reply.status(), "CANCEL_ALL_FAILED", reply.toString());
        }
    }

    /** An order the venue did not take the request for is asked about by itself. */
    private void onEntry(String venueOrderId, int status, boolean taken) {
        if (!taken) {
            entry.counters.count(AccountEvent.ENTRIES_REFUSED);
            delete(venueOrderId, null, 0);
        }
    }

    private void listAndCancel(String symbol, int tries) {
        entry.send(entry.requests.openOrders(symbol), Priority.CANCEL, reply -> {
            List<String> found = new ArrayList<>();
            if (reply.isSuccess() && OpenOrderIds.read(reply.body(), found)) {
                found.forEach(venueOrderId -> delete(venueOrderId, null, 0));
            } else if (tries + 1 < MOST_TRIES) {
                entry.later(FIRST_WAIT_NS << tries, () -> listAndCancel(symbol, tries + 1));
            } else {
                entry.tell(reply.status(), "CANCEL_ALL_FAILED", "symbol=" + symbol + ", " + reply);
            }
        });
    }

    /** Answers a cancel that is not sent. */
    void refuse(SentOrder sent, String why) {
        entry.refuse(sent, ExecType.CANCEL_REJECTED, why);
    }
}
