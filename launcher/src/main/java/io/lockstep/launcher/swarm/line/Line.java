package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands to the venue and answers back, and says what a gateway would say of each way in which that fails: refused for certain, done, or
 * unknown. It never sends a command twice and never guesses.
 *
 * <pre>
 *   send ──► lost
 *     └────► arrives ─┬─ older than the receive window ──► refused, nothing done
 *                     ├─ overload ───────────────────────► refused, nothing done
 *                     ├─ done or refused ──► answer ──► lost, late or in time
 *                     └─ 5xx, done or not ────────────────► outcome unknown
 *   no answer within the deadline ───────────────────────► outcome unknown
 * </pre>
 */
public final class Line implements OrderGateway {
    private static final long RECEIVE_WINDOW_NS = Site.SECOND;
    private static final long DEADLINE_NS = 8 * Site.SECOND;
    private static final long SLOWEST_NS = 10 * Site.SECOND;
    private static final long LATEST_SIGHT_NS = 9 * Site.SECOND;
    private static final long ASK_AGAIN_NS = Site.SECOND / 5;
    private static final int UNAVAILABLE = 503;
    private static final int TOO_LATE = -1021;
    private static final int REFUSED = -2010;
    private static final int NOT_OPEN = -2011;
    private static final int NOT_FOUND = -2013;

    private final Site site;
    private final VenueLedger ledger;
    private final PrivateStream stream;
    private final ListReader lists;
    private final Records records;
    private final Report report = new Report();
    private final long[] countdownEnds;

    /** A line to a venue. */
    public Line(Site site, VenueLedger ledger, PrivateStream stream, ListReader lists, Records records) {
        this.site = site;
        this.ledger = ledger;
        this.stream = stream;
        this.lists = lists;
        this.records = records;
        countdownEnds = new long[site.instruments()];
    }

    @Override
    public void send(OrderCommandDecoder command) {
        send(Request.of(command));
    }

    private void send(Request request) {
        Exchange exchange =
                new Exchange(request, site.agenda().nowNs(), site.inbox().generation());
        if (!site.dice().strikes(Feature.REQUEST_LOSS)) {
            site.agenda().after(site.latencyNs(), () -> arrive(exchange));
        }
        site.agenda().after(DEADLINE_NS, () -> giveUp(exchange));
    }

    private void arrive(Exchange exchange) {
        Request request = exchange.request;
        if (site.agenda().nowNs() - exchange.sentNs > RECEIVE_WINDOW_NS) {
            refuse(exchange, TOO_LATE, "Timestamp for this request is outside of the recvWindow.");
        } else if (site.dice().strikes(Feature.OVERLOAD)) {
            refuse(exchange, UNAVAILABLE, "Service Unavailable");
        } else if (site.dice().strikes(Feature.SERVER_ERROR)) {
            if (site.dice().coin(Feature.SERVER_ERROR)) {
                carryOut(request);
            }
            fail(exchange);
        } else if (site.dice().strikes(Feature.SLOW_VENUE)) {
            long delay = site.dice().upTo(Feature.SLOW_VENUE, SLOWEST_NS);
            site.agenda().after(delay, () -> answer(exchange, carryOut(request)));
        } else {
            answer(exchange, carryOut(request));
        }
    }

    /** Does what is asked; the answer, or null where success is told by the stream alone. */
    private byte @Nullable [] carryOut(Request request) {
        site.now(ledger);
        return switch (request.action()) {
            case NEW -> place(request);
            case CANCEL -> cancel(request);
            case REPLACE -> replace(request);
            case QUERY -> query(request);
            case CANCEL_ALL -> {
                ledger.cancelAll(request.instrumentId());
                yield null;
            }
            case ARM_COUNTDOWN -> {
                arm(request);
                yield null;
            }
            case NULL_VAL -> throw new IllegalArgumentException("no such action");
        };
    }

    private byte[] place(Request request) {
        if (ledger.isOpen(request.orderId())) {
            return of(ExecType.OUTCOME_UNKNOWN, request, request.orderId(), REFUSED, "Duplicate order sent.");
        }
        if (site.dice().strikes(Feature.REJECT) || !ledger.isCovered(request.wish())) {
            return of(ExecType.REJECTED, request, request.orderId(), REFUSED, "refused by the venue");
        }
        long nowNs = site.agenda().nowNs();
        boolean late = site.dice().strikes(Feature.LATE_SIGHT);
        VenueOrder order = ledger.place(
                request.wish(), late ? nowNs + site.dice().upTo(Feature.LATE_SIGHT, LATEST_SIGHT_NS) : nowNs);
        return report.of(ExecType.ACCEPTED, ReportSource.RESPONSE, order, "");
    }

    private byte @Nullable [] cancel(Request request) {
        if (ledger.cancel(request.subject())) {
            return null;
        }
        askAgain(request);
        return of(ExecType.CANCEL_REJECTED, request, request.subject(), NOT_OPEN, "Unknown order sent.");
    }

    private byte @Nullable [] replace(Request request) {
        VenueOrder order = ledger.find(request.subject());
        if (order != null && order.isOpen() && site.dice().strikes(Feature.HALF_REPLACE)) {
            ledger.cancel(order);
            return report.of(ExecType.CANCELED, ReportSource.RESPONSE, order, "REPLACE_HALF_DONE");
        }
        boolean done = ledger.replace(request.subject(), request.orderId(), request.price(), request.quantity());
        return done ? null : of(ExecType.REPLACE_REJECTED, request, request.orderId(), NOT_OPEN, "Unknown order sent.");
    }

    private byte[] query(Request request) {
        VenueOrder order = ledger.find(request.subject());
        if (order == null || !order.isVisible(site.agenda().nowNs())) {
            return report.of(
                    ExecType.NOT_FOUND, ReportSource.QUERY, request, request.subject(), NOT_FOUND, "no such order");
        }
        for (VenueFill fill : ledger.fills()) {
            if (fill.order() == order && !stream.wasTold(fill)) {
                site.agenda().after(ASK_AGAIN_NS, lists::wantFills);
                break;
            }
        }
        return report.of(ExecType.STATUS, ReportSource.QUERY, order, order.isOpen() ? "NEW" : "CANCELED");
    }

    /** The venue's own countdown: what is open when it ends is cancelled. */
    private void arm(Request request) {
        int id = request.instrumentId();
        long endNs = request.expireNs() == 0
                ? 0
                : site.agenda().nowNs() + request.expireNs() - site.inbox().clockNs();
        countdownEnds[id] = endNs;
        if (endNs != 0) {
            site.agenda().at(endNs, () -> {
                if (countdownEnds[id] == endNs) {
                    site.now(ledger).cancelAll(id);
                }
            });
        }
    }

    private void askAgain(Request request) {
        Request question = request.asking();
        int generation = site.inbox().generation();
        site.agenda().after(ASK_AGAIN_NS, () -> {
            if (generation == site.inbox().generation()) {
                send(question);
            }
        });
    }

    private void refuse(Exchange exchange, int code, String reason) {
        Request request = exchange.request;
        switch (request.action()) {
            case NEW -> answer(exchange, of(ExecType.REJECTED, request, request.orderId(), code, reason));
            case REPLACE -> answer(exchange, of(ExecType.REPLACE_REJECTED, request, request.orderId(), code, reason));
            case CANCEL -> answer(exchange, of(ExecType.CANCEL_REJECTED, request, request.subject(), code, reason));
            default -> answer(exchange, records.error(code));
        }
    }

    private void fail(Exchange exchange) {
        if (isAboutAnOrder(exchange.request)) {
            answer(exchange, unknown(exchange.request, ReportSource.RESPONSE));
        } else {
            answer(exchange, records.error(UNAVAILABLE));
        }
    }

    private void answer(Exchange exchange, byte @Nullable [] record) {
        if (site.dice().strikes(Feature.REPLY_LOSS)) {
            return;
        }
        site.agenda().after(site.latencyNs(), () -> {
            exchange.answered = true;
            if (record != null) {
                site.inbox().deliver(exchange.generation, record);
            }
        });
    }

    private void giveUp(Exchange exchange) {
        if (!exchange.answered && isAboutAnOrder(exchange.request)) {
            site.inbox().deliver(exchange.generation, unknown(exchange.request, ReportSource.LOCAL));
        }
    }

    private byte[] unknown(Request request, ReportSource source) {
        long named = request.action() == OrderAction.CANCEL ? request.subject() : request.orderId();
        return report.of(ExecType.OUTCOME_UNKNOWN, source, request, named, 0, "NO_ANSWER");
    }

    private byte[] of(ExecType type, Request request, long orderId, int code, String reason) {
        return report.of(type, ReportSource.RESPONSE, request, orderId, code, reason);
    }

    private static boolean isAboutAnOrder(Request request) {
        return switch (request.action()) {
            case NEW, CANCEL, REPLACE -> true;
            default -> false;
        };
    }

    /** A request and whether its answer came. */
    private static final class Exchange {
        private final Request request;
        private final long sentNs;
        private final int generation;
        private boolean answered;

        Exchange(Request request, long sentNs, int generation) {
            this.request = request;
            this.sentNs = sentNs;
            this.generation = generation;
        }
    }
}
