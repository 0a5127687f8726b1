package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.gateway.alpaca.execution.AccountExecution;
import io.lockstep.gateway.alpaca.execution.AccountQueries;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.reference.Account;
import io.lockstep.gateway.alpaca.reference.AccountReader;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ratelimit.Priority;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Reads the venue's lists of orders, fills, positions and cash and frames what they say by {@code ReconciliationMark} events: BEGIN, the
 * reports, END with their number; or FAILED, after which what was reported counts as single facts, not as a list. One thread.
 */
final class VenueLists {
    /** Most orders the venue lists at once. Alpaca Orders, "Get All Orders", read 2026-11. */
    private static final int ORDERS_PER_PAGE = 500;

    private static final int MOST_PAGES = 200;

    private final RestRequests requests = new RestRequests();
    private final AccountReader accounts = new AccountReader();
    private final Set<ReconciliationKind> underWay = EnumSet.noneOf(ReconciliationKind.class);
    private final AccountParts parts;
    private final AccountExecution execution;
    private final AccountCounters counters;
    private final Executor thread;
    private final long foreignSinceNs;

    VenueLists(AccountParts parts, AccountExecution execution, AccountCounters counters, Executor thread) {
        this.parts = parts;
        this.execution = execution;
        this.counters = counters;
        this.thread = thread;
        this.foreignSinceNs = parts.clock().nanoTime();
    }

    /**
     * Reads one list, unless one of its kind is under way.
     *
     * @param sinceNs from when on fills are listed, UTC, nanoseconds; of no account for the others
     * @param reason why, in the marks
     * @param then told whether it was read whole
     */
    void read(ReconciliationKind kind, long sinceNs, String reason, Consumer<Boolean> then) {
        if (!underWay.add(kind)) {
            counters.count(AccountEvent.LISTS_SKIPPED);
            then.accept(false);
            return;
        }
        Listing listing = new Listing(kind, parts.clock().nanoTime(), reason, then);
        switch (kind) {
            case ORDERS -> openOrders(listing);
            case FILLS -> fills(listing, text(sinceNs), "");
            case POSITIONS -> positions(listing);
            default -> cash(listing);
        }
    }

    /**
     * Reads orders of any status submitted since a time, page by page, unframed: to learn whose they are, or to report how ours ended.
     *
     * @param report whether to report, rather than only to learn
     */
    void pastOrders(long sinceNs, boolean report, Consumer<Boolean> then) {
        parts.rest().send(requests.ordersAfter(text(sinceNs)), Priority.ORDINARY, thread, reply -> {
            int listed = reply.isSuccess() ? past(reply, report) : -1;
            if (listed == ORDERS_PER_PAGE) {
                pastOrders(Math.max(sinceNs + 1, execution.queries().lastSubmittedNs()), report, then);
            } else {
                counters.count(listed < 0 ? AccountEvent.LISTS_FAILED : AccountEvent.LISTS_READ);
                then.accept(listed >= 0);
            }
        });
    }

    private int past(RestReply reply, boolean report) {
        byte[] body = reply.body();
        return report
                ? execution.queries().ended(body, body.length, reply.receivedNs())
                : execution.queries().learn(body, body.length);
    }

    private void openOrders(Listing listing) {
        ask(listing, requests.openOrders(), reply -> {
            int listed = execution.queries().openOrders(reply.body(), reply.body().length, reply.receivedNs());
            listing.entries += execution.queries().reported();
            if (listed == ORDERS_PER_PAGE) {
                fail(listing, "TOO_MANY_OPEN_ORDERS");
            } else {
                conclude(listing, listed >= 0);
            }
        });
    }

    private void fills(Listing listing, String since, String pageToken) {
        ask(listing, requests.fillsAfter(since, pageToken), reply -> {
            String last =
                    execution.queries().fills(reply.body(), reply.body().length, foreignSinceNs, reply.receivedNs());
            listing.entries += execution.queries().reported();
            if (last.equals(AccountQueries.UNREADABLE)) {
                fail(listing, "UNREADABLE");
            } else if (last.isEmpty()) {
                end(listing);
            } else {
                fills(listing, since, last);
            }
        });
    }

    private void positions(Listing listing) {
        ask(listing, requests.positions(), reply -> {
            int listed = execution.queries().positions(reply.body(), reply.body().length, reply.receivedNs());
            listing.entries += Math.max(0, listed);
            conclude(listing, listed >= 0);
        });
    }

    private void cash(Listing listing) {
        ask(listing, requests.account(), reply -> {
            Account account = accounts.read(reply.body(), reply.body().length);
            if (account != null) {
                execution.queries().cash(account, reply.receivedNs());
                listing.entries++;
            }
            conclude(listing, account != null);
        });
    }

    private void ask(Listing listing, RestRequest request, Consumer<RestReply> then) {
        if (listing.pages++ == MOST_PAGES) {
            fail(listing, "TOO_LONG");
            return;
        }
        parts.rest().send(request, Priority.ORDINARY, thread, reply -> {
            if (reply.isSuccess()) {
                begin(listing);
                then.accept(reply);
            } else {
                fail(
                        listing,
                        reply.isAnswered()
                                ? "HTTP_" + reply.status()
                                : reply.kind().name());
            }
        });
    }

    private void begin(Listing listing) {
        if (!listing.begun) {
            listing.begun = true;
            mark(listing, ReconciliationPhase.BEGIN, listing.reason);
        }
    }

    private void conclude(Listing listing, boolean readable) {
        if (readable) {
            end(listing);
        } else {
            fail(listing, "UNREADABLE");
        }
    }

    private void end(Listing listing) {
        counters.count(AccountEvent.LISTS_READ);
        mark(listing, ReconciliationPhase.END, listing.reason);
        underWay.remove(listing.kind);
        listing.then.accept(true);
    }

    private void fail(Listing listing, String why) {
        counters.count(AccountEvent.LISTS_FAILED);
        mark(listing, ReconciliationPhase.FAILED, why);
        underWay.remove(listing.kind);
        listing.then.accept(false);
    }

    private void mark(Listing listing, ReconciliationPhase phase, String reason) {
        parts.status().mark(parts.accountId(), listing.kind, phase, listing.requestedNs, listing.entries, reason);
    }

    private static String text(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }

    /** A list being read. */
    private static final class Listing {
        private final ReconciliationKind kind;
        private final long requestedNs;
        private final String reason;
        private final Consumer<Boolean> then;
        private int pages;
        private int entries;
        private boolean begun;

        Listing(ReconciliationKind kind, long requestedNs, String reason, Consumer<Boolean> then) {
            this.kind = kind;
            this.requestedNs = requestedNs;
            this.reason = reason;
            this.then = then;
        }
    }
}
