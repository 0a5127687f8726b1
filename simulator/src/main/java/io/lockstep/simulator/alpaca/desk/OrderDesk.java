package io.lockstep.simulator.alpaca.desk;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.account.Admission;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.Ids;
import io.lockstep.simulator.alpaca.order.NewOrder;
import io.lockstep.simulator.alpaca.order.OrderState;
import io.lockstep.simulator.alpaca.order.OrderStore;
import io.lockstep.simulator.alpaca.order.OrderTerms;
import io.lockstep.simulator.alpaca.order.Tif;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Takes what clients ask of orders: new ones, cancellations, changes. */
public final class OrderDesk {
    private static final long NONE = FixedPoint.NULL;
    private static final int AGED_DAYS = 90;
    private static final LocalTime AGED_AT = LocalTime.of(16, 15);

    private final OrderStore store;
    private final OrderRules rules;
    private final Admission admission;
    private final OrderFlow flow;
    private final Agenda agenda;
    private final Sessions sessions;
    private final Ids ids;
    private final TradeFaults faults;

    /** A desk that orders come to. */
    public OrderDesk(
            TradingFloor floor,
            OrderStore store,
            OrderRules rules,
            Admission admission,
            OrderFlow flow,
            Ids ids,
            TradeFaults faults) {
        this.agenda = floor.agenda();
        this.sessions = floor.sessions();
        this.store = store;
        this.rules = rules;
        this.admission = admission;
        this.flow = flow;
        this.ids = ids;
        this.faults = faults;
    }

    /**
     * Takes a new order.
     *
     * @throws ApiError if it is refused
     */
    public AlpacaOrder place(NewOrder request) {
        long now = flow.nowNs();
        String clientId = clientId(request.accountId(), request.clientOrderId());
        rules.check(request, now);
        long reservePrice = admission.admit(request, now);
        AlpacaOrder order = open(request, clientId, now, now);
        order.reserve(reservePrice);
        addLeg(order, request, request.takeProfit());
        addLeg(order, request, request.stopLoss());
        if (faults.takeRejection()) {
            flow.tell("accepted", order);
            flow.afterRoute(() -> flow.end(order, OrderState.REJECTED));
        } else if (flow.isRoutable(order)) {
            flow.route(order);
        } else {
            flow.tell("accepted", order);
        }
        return order;
    }

    /**
     * Asks for a cancellation.
     *
     * @throws ApiError 422 if the order cannot be canceled any more
     */
    public void cancel(AlpacaOrder order) {
        boolean isChange = order.state() == OrderState.ACCEPTED && order.replaces() != null;
        if (isChange) {
            throw ApiError.unprocessable("order is already in \"pending_replace\" state");
        }
        if (order.state().isFinal() || order.state() == OrderState.PENDING_REPLACE) {
            throw ApiError.unprocessable(
                    "order is already in \"" + order.state().word() + "\" state");
        }
        if (order.state() != OrderState.PENDING_CANCEL) {
            flow.askToCancel(order, faults);
        }
    }

    /**
     * Asks for a change: a new order takes the place of the old one, unless that is filled first.
     *
     * @throws ApiError if the order cannot be changed so
     */
    public AlpacaOrder replace(AlpacaOrder old, Fields body) {
        long now = flow.nowNs();
        checkReplaceable(old);
        OrderTerms terms = changed(old, body);
        NewOrder request = new NewOrder(
                old.accountId(), old.asset(), terms, old.orderClass(), null, null, OrderForm.clientOrderId(body), null);
        String clientId = clientId(old.accountId(), request.clientOrderId());
        long reservePrice = admission.admitChange(old, request, now);
        AlpacaOrder order = open(request, clientId, old.times().createdNs(), now);
        order.follow(old);
        old.pend(OrderState.PENDING_REPLACE, now);
        flow.tell("pending_replace", old);
        flow.afterRoute(() -> answerReplace(old, order, reservePrice));
        return order;
    }

    private void answerReplace(AlpacaOrder old, AlpacaOrder order, long reservePrice) {
        long now = flow.nowNs();
        boolean refused = faults.takeReplaceRejection();
        if (old.state() != OrderState.PENDING_REPLACE || refused) {
            if (old.isOpen()) {
                old.fallBack(now);
            }
            order.followNothing();
            flow.tell("order_replace_rejected", old);
            flow.end(order, OrderState.REJECTED);
            return;
        }
        order.reserve(reservePrice);
        boolean held = old.isHeldBehindItsChange();
        order.takePlaceOf(old);
        flow.end(old, OrderState.REPLACED);
        if (held) {
            order.hold(now);
        } else {
            flow.work(order);
            flow.evaluate(order);
        }
    }

    private static void checkReplaceable(AlpacaOrder old) {
        if (old.replacedBy() != null) {
            throw ApiError.unprocessable("order already replaced");
        }
        if (old.state().isFinal()) {
            throw ApiError.invalid("only open orders can be replaced");
        }
        switch (old.state()) {
            case ACCEPTED, PENDING_NEW ->
                throw ApiError.invalid("unable to replace order, order isn't sent to exchange yet");
            case PENDING_CANCEL, PENDING_REPLACE ->
                throw ApiError.unprocessable(
                        "cannot replace order in " + old.state().word() + " status");
            default -> {}
        }
        if (old.terms().isFractional() && !old.asset().isCrypto()) {
            throw ApiError.unprocessable("fractional orders cannot be replaced");
        }
    }

    private static OrderTerms changed(AlpacaOrder old, Fields body) {
        OrderTerms was = old.terms();
        boolean byPercent = was.trailPercent() != NONE;
        OrderTerms terms = new OrderTerms(
                was.isBuy(),
                was.kind(),
                body.has("time_in_force") ? OrderForm.tif(body.text("time_in_force", "")) : was.tif(),
                or(body.decimal("qty"), was.quantity()),
                was.notional(),
                or(body.decimal("limit_price"), was.limit()),
                or(body.decimal("stop_price"), was.stop()),
                byPercent ? NONE : or(body.decimal("trail"), was.trailPrice()),
                byPercent ? or(body.decimal("trail"), was.trailPercent()) : NONE,
                was.extendedHours());
        OrderForm.checkPrices(terms);
        if (!old.asset().isCrypto()) {
            OrderRules.checkPrice("limit_price", terms.limit());
            OrderRules.checkPrice("stop_price", terms.stop());
        }
        if (terms.quantity() <= old.filled()) {
            throw ApiError.unprocessable("qty must be > filled_qty");
        }
        if (terms.equals(was) && !body.has("client_order_id")) {
            throw ApiError.unprocessable("order parameters are not changed");
        }
        return terms;
    }

    private static long or(long value, long otherwise) {
        return value == NONE ? otherwise : value;
    }

    private String clientId(int accountId, @Nullable String wanted) {
        if (wanted != null && store.byClientId(accountId, wanted) != null) {
            throw ApiError.invalid("client_order_id must be unique");
        }
        return wanted == null ? ids.next("client") : wanted;
    }

    private AlpacaOrder open(NewOrder request, String clientId, long createdNs, long now) {
        String intent = admission.intent(request);
        AlpacaOrder order = new AlpacaOrder(ids.next("order"), request, clientId, intent, createdNs, now);
        long expiresNs = expiry(order, now);
        order.times().expireAt(expiresNs);
        store.add(order);
        if (expiresNs != NONE) {
            agenda.at(expiresNs, () -> expire(order));
        }
        return order;
    }

    private void addLeg(AlpacaOrder lead, NewOrder request, @Nullable OrderTerms terms) {
        if (terms == null) {
            return;
        }
        NewOrder wanted =
                new NewOrder(lead.accountId(), lead.asset(), terms, request.orderClass(), null, null, null, null);
        AlpacaOrder leg = open(
                wanted,
                ids.next("client"),
                lead.times().createdNs(),
                lead.times().submittedNs());
        lead.addLeg(leg);
    }

    /** When time ends an order: the close of its trading day, or so many days after it came. */
    private long expiry(AlpacaOrder order, long now) {
        TradingDay day = sessions.calendar().dayAt(now);
        return switch (order.terms().tif()) {
            case DAY -> order.terms().extendedHours() ? day.endNs() : nextClose(day, now);
            case GTC ->
                ZonedDateTime.of(Rfc3339.newYorkDate(now).plusDays(AGED_DAYS), AGED_AT, NyseCalendar.NEW_YORK)
                                .toEpochSecond()
                        * 1_000_000_000L;
            default -> NONE;
        };
    }

    private long nextClose(TradingDay day, long now) {
        return now < day.closeNs()
                ? day.closeNs()
                : sessions.calendar().dayAt(day.endNs()).closeNs();
    }

    private void expire(AlpacaOrder order) {
        if (order.isOpen() && order.terms().tif() == Tif.DAY) {
            flow.end(order, OrderState.EXPIRED);
        } else if (order.isOpen() && order.state() != OrderState.PENDING_CANCEL) {
            flow.askToCancel(order, faults);
        }
    }
}
