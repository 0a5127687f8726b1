package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.line.BinanceDesk.FollowUp;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands to the venue and the venue's answers back, with all the ways in which that fails. What an answer means for an order is said by the
 * gateway's own classes; it never sends a command twice and never guesses.
 *
 * <pre>
 *   send ──► lost
 *     └────► arrives ─┬─ older than the receive window ──► refused, nothing done
 *                     ├─ overload ───────────────────────► refused, nothing done
 *                     ├─ done or refused ──► answer ──► lost, late or in time ──┐
 *                     └─ done or not, an error that does not say ──► answer ────┴─► classified by the table of errors
 *   no answer within the deadline ──► given up
 * </pre>
 *
 * <p>The cancellation of a whole instrument and the countdown travel by REST and are told of by their effects alone.
 */
public final class Line implements OrderGateway {
    private static final long RECEIVE_WINDOW_NS = Site.SECOND;
    private static final long DEADLINE_NS = 8 * Site.SECOND;
    private static final long SLOWEST_NS = 10 * Site.SECOND;
    private static final long LATEST_SIGHT_NS = 9 * Site.SECOND;
    private static final long ASK_SOON_NS = Site.SECOND;
    private static final long WANT_FILLS_NS = Site.SECOND / 5;

    private final Site site;
    private final VenueLedger ledger;
    private final Wire wire;
    private final ListReader lists;
    private final Records records;
    private final long[] countdownEnds;

    /** A line to a venue. */
    public Line(Site site, VenueLedger ledger, Wire wire, ListReader lists, Records records) {
        this.site = site;
        this.ledger = ledger;
        this.wire = wire;
        this.lists = lists;
        this.records = records;
        countdownEnds = new long[site.instruments()];
    }

    @Override
    public void send(OrderCommandDecoder command) {
        send(Request.of(command));
    }

    private void send(Request request) {
        Exchange exchange = exchange(request);
        if (!site.dice().strikes(Feature.REQUEST_LOSS)) {
            site.agenda().after(site.latencyNs(), () -> arrive(exchange));
        }
        if (request.isAboutAnOrder()) {
            site.agenda().after(DEADLINE_NS, () -> giveUp(exchange));
        }
    }

    private Exchange exchange(Request request) {
        long nowNs = site.agenda().nowNs();
        int generation = site.inbox().generation();
        if (!request.isAboutAnOrder()) {
            return new Exchange(request, "", 0, false, nowNs, generation);
        }
        BinanceDesk desk = wire.desk();
        long name = desk.venueName(request.subject());
        boolean asAlgo = desk.isAskedAsAlgo(request.subject());
        String id = desk.sent(request, generation, nowNs, nowNs + DEADLINE_NS);
        return new Exchange(request, id, name, asAlgo, nowNs, generation);
    }

    private void arrive(Exchange exchange) {
        boolean spot = ledger.books().isSpot();
        if (site.agenda().nowNs() - exchange.sentNs() > RECEIVE_WINDOW_NS) {
            refuse(exchange, Refusal.TOO_LATE);
        } else if (site.dice().strikes(Feature.OVERLOAD)) {
            refuse(exchange, spot ? Refusal.SPOT_OVERLOADED : Refusal.USDM_UNAVAILABLE);
        } else if (site.dice().strikes(Feature.SERVER_ERROR)) {
            if (site.dice().coin(Feature.SERVER_ERROR)) {
                carryOut(exchange);
            }
            refuse(exchange, outage(spot));
        } else if (site.dice().strikes(Feature.SLOW_VENUE)) {
            long delay = site.dice().upTo(Feature.SLOW_VENUE, SLOWEST_NS);
            site.agenda().after(delay, () -> answer(exchange, carryOut(exchange)));
        } else {
            answer(exchange, carryOut(exchange));
        }
    }

    private Refusal outage(boolean spot) {
        return switch ((int) site.dice().upTo(Feature.SERVER_ERROR, 3)) {
            case 0 -> Refusal.TIMED_OUT;
            case 1 -> Refusal.UNEXPECTED_RESPONSE;
            default -> spot ? Refusal.TIMED_OUT : Refusal.UNKNOWN_ERROR;
        };
    }

    /** Does what is asked; the answer, or null where success is told by its effects alone. */
    private byte @Nullable [] carryOut(Exchange exchange) {
        site.now(ledger);
        return switch (exchange.request().action()) {
            case NEW -> place(exchange);
            case CANCEL ->
                ledger.cancel(exchange.name())
                        ? wire.words().done(exchange.id())
                        : wire.words().error(exchange.id(), Refusal.NOT_OPEN);
            case REPLACE -> replace(exchange);
            case QUERY -> query(exchange);
            case CANCEL_ALL -> {
                ledger.cancelAll(exchange.request().instrumentId());
                yield null;
            }
            case ARM_COUNTDOWN -> {
                arm(exchange.request());
                yield null;
            }
            case NULL_VAL -> throw new IllegalArgumentException("no such action");
        };
    }

    private byte[] place(Exchange exchange) {
        Request request = exchange.request();
        if (ledger.isOpen(request.orderId())) {
            return wire.words().error(exchange.id(), Refusal.DUPLICATE);
        }
        if (site.dice().strikes(Feature.REJECT) || !ledger.isCovered(request.wish())) {
            return wire.words().error(exchange.id(), Refusal.INSUFFICIENT);
        }
        long nowNs = site.agenda().nowNs();
        boolean late = site.dice().strikes(Feature.LATE_SIGHT);
        VenueOrder order = ledger.place(
                request.wish(), late ? nowNs + site.dice().upTo(Feature.LATE_SIGHT, LATEST_SIGHT_NS) : nowNs);
        return wire.words().placed(exchange.id(), order, nowNs);
    }

    /** A change may end the order and not be made: spot says so, futures know it no longer. */
    private byte[] replace(Exchange exchange) {
        Request request = exchange.request();
        VenueOrder order = ledger.find(exchange.name());
        if (order != null && order.isOpen() && site.dice().strikes(Feature.HALF_REPLACE)) {
            ledger.cancel(order);
            return ledger.books().isSpot()
                    ? wire.words().onlyCanceled(exchange.id(), order)
                    : wire.words().error(exchange.id(), Refusal.NOT_OPEN);
        }
        boolean done = order != null
                && ledger.replace(order.currentId(), request.orderId(), request.price(), request.quantity());
        return done ? wire.words().done(exchange.id()) : wire.words().error(exchange.id(), Refusal.NOT_OPEN);
    }

    private byte[] query(Exchange exchange) {
        long nowNs = site.agenda().nowNs();
        VenueOrder order = ledger.find(exchange.name());
        return order == null || !order.isVisible(nowNs)
                ? wire.words().error(exchange.id(), Refusal.NOT_FOUND)
                : wire.words().found(exchange.id(), order, exchange.asAlgo(), nowNs);
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

    /** What travels by REST fails as a request, not as an order. */
    private void refuse(Exchange exchange, Refusal refusal) {
        if (exchange.request().isAboutAnOrder()) {
            answer(exchange, wire.words().error(exchange.id(), refusal));
        } else if (!site.dice().strikes(Feature.REPLY_LOSS)) {
            byte[] error = records.error(refusal.code());
            site.agenda().after(site.latencyNs(), () -> site.inbox().deliver(exchange.generation(), error));
        }
    }

    private void answer(Exchange exchange, byte @Nullable [] json) {
        if (json == null || site.dice().strikes(Feature.REPLY_LOSS)) {
            return;
        }
        site.agenda().after(site.latencyNs(), () -> {
            if (exchange.generation() == site.inbox().generation()) {
                follow(exchange, wire.desk().answered(json, site.inbox().clockNs()));
            }
        });
    }

    private void giveUp(Exchange exchange) {
        if (exchange.generation() == site.inbox().generation()) {
            wire.desk()
                    .giveUpOverdue(site.agenda().nowNs(), site.inbox().clockNs())
                    .forEach(each -> follow(exchange, each));
        }
    }

    /** Does what an answer, or its absence, calls for beyond the report that was made of it. */
    private void follow(Exchange exchange, FollowUp due) {
        if (due.failed()) {
            site.inbox().deliver(exchange.generation(), records.error(due.code()));
        }
        if (due.wantFills()) {
            site.agenda().after(WANT_FILLS_NS, lists::wantFills);
        }
        if (due.ask()) {
            Request question = exchange.request().asking(due.orderId());
            site.agenda().after(ASK_SOON_NS, () -> {
                if (exchange.generation() == site.inbox().generation()) {
                    send(question);
                }
            });
        }
    }

    /**
     * A request on its way.
     *
     * @param id its name on the wire; none where it travels by REST
     * @param name what the venue calls the order it is about
     * @param asAlgo whether it asks for the conditional order that one was placed as
     * @param sentNs when it left
     * @param generation run of the process that sent it
     */
    private record Exchange(Request request, String id, long name, boolean asAlgo, long sentNs, int generation) {}
}
