package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.TriggerBook;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import io.lockstep.simulator.order.TradingRules;
import java.math.RoundingMode;

/** Decides whether the venue takes a new order or a change. */
final class OrderChecks {
    private final Ledger ledger;
    private final LiquidityProbe probe = new LiquidityProbe();

    OrderChecks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Why a new order is refused, {@link RejectReason#NONE} if it is not. */
    RejectReason check(InstrumentMarket market, OrderRequest request, int openOrders, long timeNs) {
        RejectReason reason = checkStatus(market, request);
        if (reason == RejectReason.NONE) {
            reason = checkForm(request, timeNs);
        }
        if (reason == RejectReason.NONE && !request.isClosePosition()) {
            reason = checkQuantity(market, request, request.type() == OrderType.MARKET);
        }
        if (reason == RejectReason.NONE) {
            reason = checkPrices(market, request);
        }
        if (reason == RejectReason.NONE
                && market.rules.maxOpenOrders() > 0
                && openOrders >= market.rules.maxOpenOrders()) {
            reason = RejectReason.TOO_MANY_ORDERS;
        }
        return reason != RejectReason.NONE ? reason : checkAgainstMarket(market, request, timeNs);
    }

    /** Why a limit order may not be changed to a price and quantity. */
    RejectReason checkChange(InstrumentMarket market, ClientOrder order, long price, long quantity) {
        RejectReason reason = checkLots(market.instrument, quantity, market.instrument.maxQuantity());
        if (reason == RejectReason.NONE) {
            reason = checkPrice(market, order.isBuy(), price);
        }
        return reason != RejectReason.NONE
                ? reason
                : checkNotional(market, market.instrument.notional(price, quantity), order.isReduceOnly());
    }

    /** Whether the account can pay for an order about to work. */
    RejectReason checkCover(
            InstrumentMarket market, int accountId, boolean buy, long limit, long quantity, long timeNs) {
        Account account = ledger.account(accountId);
        Instrument instrument = market.instrument;
        long price = limit;
        long reserve = ledger.reserve(instrument, buy, limit == FixedPoint.NULL ? 0 : limit, quantity);
        if (limit == FixedPoint.NULL) {
            probe.probe(market, buy, limit, quantity, timeNs);
            price = probe.worstPrice();
            reserve = buy ? ledger.reserveFor(instrument, probe.cost()) : reserve;
        }
        if (ledger.canOpen(account, instrument, buy, price, quantity, reserve)) {
            return RejectReason.NONE;
        }
        return ledger.rules().isMargined(instrument)
                ? RejectReason.INSUFFICIENT_MARGIN
                : RejectReason.INSUFFICIENT_BALANCE;
    }

    /** Whether an order would find nothing of the other side at its limit. */
    boolean wouldTake(InstrumentMarket market, boolean buy, long limit, long timeNs) {
        probe.probe(market, buy, limit, 1, timeNs);
        return probe.quantity() > 0;
    }

    /** Whether an order would find all it wants at its limit. */
    boolean isFillable(InstrumentMarket market, ClientOrder order, long timeNs) {
        probe.probe(market, order.isBuy(), order.price(), order.leavesQty(), timeNs);
        return probe.quantity() >= order.leavesQty();
    }

    private static RejectReason checkStatus(InstrumentMarket market, OrderRequest request) {
        return switch (market.status) {
            case TRADING, AUCTION -> RejectReason.NONE;
            case CANCEL_ONLY -> RejectReason.CANCEL_ONLY;
            case POST_ONLY ->
                request.timeInForce() == TimeInForce.GTX ? RejectReason.NONE : RejectReason.POST_ONLY_PHASE;
            default -> RejectReason.MARKET_CLOSED;
        };
    }

    private static RejectReason checkForm(OrderRequest request, long timeNs) {
        boolean market = request.type() == OrderType.MARKET;
        TimeInForce timeInForce = request.timeInForce();
        boolean auction = timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS;
        boolean restless = market && (timeInForce == TimeInForce.GTX || timeInForce == TimeInForce.GTD);
        boolean badClose = request.isClosePosition() && !request.isConditional();
        boolean noTrail =
                request.type() == OrderType.TRAILING_STOP && request.trailDistance() <= 0 && request.trailRate() <= 0;
        if (request.side() == Side.NONE || auction || restless || badClose || noTrail) {
            return RejectReason.INVALID_COMBINATION;
        }
        boolean expired = timeInForce == TimeInForce.GTD && request.expireNs() <= timeNs;
        return expired ? RejectReason.EXPIRY_PAST : RejectReason.NONE;
    }

    private static RejectReason checkQuantity(InstrumentMarket market, OrderRequest request, boolean atMarket) {
        long most = market.instrument.maxQuantity();
        long marketMost = market.rules.marketMaxQuantity();
        return checkLots(
                market.instrument, request.quantity(), atMarket && marketMost > 0 ? Math.min(most, marketMost) : most);
    }

    private static RejectReason checkLots(Instrument instrument, long quantity, long most) {
        if (quantity <= 0 || !FixedPoint.isMultipleOf(quantity, instrument.lotSize())) {
            return RejectReason.LOT_SIZE;
        }
        if (quantity < instrument.minQuantity()) {
            return RejectReason.MIN_QUANTITY;
        }
        return quantity > most ? RejectReason.MAX_QUANTITY : RejectReason.NONE;
    }

    private static RejectReason checkPrices(InstrumentMarket market, OrderRequest request) {
        boolean needsStop = request.isConditional() && request.type() != OrderType.TRAILING_STOP;
        boolean hasStop = request.stopPrice() != FixedPoint.NULL;
        if (needsStop && !hasStop || hasStop && !isOnTick(market.instrument, request.stopPrice())) {
            return RejectReason.TICK_SIZE;
        }
        if (!request.hasLimit()) {
            long reference = market.referencePrice();
            return request.isClosePosition() || reference == 0
                    ? RejectReason.NONE
                    : checkNotional(
                            market, market.instrument.notional(reference, request.quantity()), request.isReduceOnly());
        }
        RejectReason reason = checkPrice(market, request.isBuy(), request.price());
        return reason != RejectReason.NONE
                ? reason
                : checkNotional(
                        market,
                        market.instrument.notional(request.price(), request.quantity()),
                        request.isReduceOnly());
    }

    private static RejectReason checkPrice(InstrumentMarket market, boolean buy, long price) {
        if (!isOnTick(market.instrument, price)) {
            return RejectReason.TICK_SIZE;
        }
        long reference = market.referencePrice();
        TradingRules rules = market.rules;
        long up = buy ? rules.buyUp() : rules.sellUp();
        long down = buy ? rules.buyDown() : rules.sellDown();
        boolean above = up > 0 && reference > 0 && price > FixedPoint.multiply(reference, up, RoundingMode.DOWN);
        boolean below = down > 0 && reference > 0 && price < FixedPoint.multiply(reference, down, RoundingMode.UP);
        return above || below ? RejectReason.PRICE_BAND : RejectReason.NONE;
    }

    private static boolean isOnTick(Instrument instrument, long price) {
        return price > 0 && FixedPoint.isMultipleOf(price, instrument.tickSize());
    }

    private static RejectReason checkNotional(InstrumentMarket market, long notional, boolean reduceOnly) {
        boolean exempt = reduceOnly && market.rules.reduceOnlySkipsMinNotional();
        if (notional < market.instrument.minNotional() && !exempt) {
            return RejectReason.MIN_NOTIONAL;
        }
        long most = market.rules.maxNotional();
        return most > 0 && notional > most ? RejectReason.MAX_NOTIONAL : RejectReason.NONE;
    }

    private RejectReason checkAgainstMarket(InstrumentMarket market, OrderRequest request, long timeNs) {
        if (request.isConditional()) {
            return triggersAtOnce(market, request) ? RejectReason.WOULD_TRIGGER : RejectReason.NONE;
        }
        if (request.isReduceOnly() && reducible(request) == 0) {
            return RejectReason.NOTHING_TO_REDUCE;
        }
        if (request.timeInForce() == TimeInForce.GTX && wouldTake(market, request.isBuy(), request.price(), timeNs)) {
            return RejectReason.WOULD_TAKE;
        }
        long limit = request.hasLimit() ? request.price() : FixedPoint.NULL;
        long quantity = request.isReduceOnly() ? Math.min(request.quantity(), reducible(request)) : request.quantity();
        return checkCover(market, request.accountId(), request.isBuy(), limit, quantity, timeNs);
    }

    private long reducible(OrderRequest request) {
        return ledger.account(request.accountId())
                .position(request.instrumentId())
                .reducible(request.isBuy());
    }

    private static boolean triggersAtOnce(InstrumentMarket market, OrderRequest request) {
        boolean rising = TriggerBook.isRising(request.type(), request.isBuy());
        long price = market.triggerPrice(request.triggerSource(), rising);
        if (price == 0 || request.type() == OrderType.TRAILING_STOP) {
            return false;
        }
        return rising ? price >= request.stopPrice() : price <= request.stopPrice();
    }
}
