package io.lockstep.engine.risk;

import static io.lockstep.engine.risk.DenyReason.NONE;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Every order passes here or is denied with a reason and its numbers. Counts the worst case: position, open, in-flight and unknown orders.
 * Cancels pass in every trading state. Owned by the risk handler; allocates nothing.
 *
 * <p>Order of the checks: state → permission → venue filters → market data → price → size → position → rate. The first that fails decides.
 */
public final class RiskGate implements CarriedPart {
    private static final String SENT_IN_SECOND = "SENT_IN_SECOND";
    private static final String SENT_IN_MINUTE = "SENT_IN_MINUTE";
    private static final long BASIS_POINTS = 10_000;
    private static final long NS_PER_MS = 1_000_000;
    private static final long SECOND_NS = 1_000_000_000L;

    private final RiskSettings settings;
    private final InstrumentTable instruments;
    private final Market market;
    private final OrderTable orders;
    private final TradingStates states;
    private final Exposure exposure;
    private final Verdict verdict = new Verdict();
    private final VenueFilters filters = new VenueFilters(verdict);
    private final SlidingWindow second;
    private final SlidingWindow minute;
    private @Nullable InstrumentLimits[] limits = new InstrumentLimits[0];

    /** A gate over the tables of one risk handler. */
    public RiskGate(
            RiskSettings settings,
            InstrumentTable instruments,
            Market market,
            OrderTable orders,
            Portfolio portfolio,
            TradingStates states) {
        this.settings = settings;
        this.instruments = instruments;
        this.market = market;
        this.orders = orders;
        this.states = states;
        exposure = new Exposure(orders, portfolio);
        second = new SlidingWindow(settings.maxNewPerSecond(), SECOND_NS);
        minute = new SlidingWindow(settings.maxNewPerMinute(), 60 * SECOND_NS);
    }

    /** Finds the limits of instruments again after a definition came or changed. */
    public void instrumentsChanged() {
        limits = new InstrumentLimits[instruments.size()];
        for (Instrument instrument : instruments.all()) {
            for (InstrumentLimits each : settings.instruments()) {
                if (each.symbol().equals(instrument.symbol())) {
                    limits[instrument.id()] = each;
                }
            }
        }
    }

    /**
     * Judges a command.
     *
     * @param command new, replace, cancel or cancel-all
     * @param nowNs event time, UTC, nanoseconds
     * @return {@link DenyReason#NONE} if it may leave; else why not, with {@link #limitValue()} and {@link #actualValue()}
     */
    public DenyReason check(OrderCommandDecoder command, long nowNs) {
        verdict.clear();
        try {
            return switch (command.action()) {
                case CANCEL_ALL, QUERY, ARM_COUNTDOWN -> NONE;
                case CANCEL -> checkTarget(command);
                case NEW, REPLACE -> checkOrder(command, nowNs);
                case NULL_VAL -> DenyReason.NO_SUCH_ORDER;
            };
        } catch (ArithmeticException overflow) {
            return DenyReason.OVERFLOW;
        }
    }

    /** Notes that a new order or a change left, for the rate limits. */
    public void sent(long nowNs) {
        second.count(nowNs);
        second.add(nowNs);
        minute.count(nowNs);
        minute.add(nowNs);
    }

    /** Notes an order of the past, also where the limits are narrower now. */
    void sentBefore(long timeNs) {
        second.carried(timeNs);
        minute.carried(timeNs);
    }

    @Override
    public void carryTo(CarryWriter writer) {
        writer.series(ScopeKind.ENGINE, 0, SENT_IN_SECOND, second.times());
        writer.series(ScopeKind.ENGINE, 0, SENT_IN_MINUTE, minute.times());
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SENT_IN_SECOND)) {
            series.forEach(second::carried);
        } else if (series.isNamed(SENT_IN_MINUTE)) {
            series.forEach(minute::carried);
        }
    }

    /** The limit behind the last denial, in the reason's unit. */
    public long limitValue() {
        return verdict.limitValue();
    }

    /** The value that broke it, in the reason's unit. */
    public long actualValue() {
        return verdict.actualValue();
    }

    private DenyReason checkTarget(OrderCommandDecoder command) {
        Order target = orders.find(command.originalOrderId());
        return target != null && target.state().isOpen() ? NONE : DenyReason.NO_SUCH_ORDER;
    }

    private DenyReason checkOrder(OrderCommandDecoder command, long nowNs) {
        Instrument instrument = instruments.get(command.instrumentId());
        InstrumentLimits limit = instrument.id() < limits.length ? limits[instrument.id()] : null;
        Order replaced = command.action() == OrderAction.REPLACE ? orders.find(command.originalOrderId()) : null;
        DenyReason reason = checkPermission(command, instrument, limit, replaced);
        if (reason != NONE || limit == null) {
            return reason;
        }
        reason = filters.check(command, instrument);
        if (reason != NONE) {
            return reason;
        }
        return checkMarketAndLimits(command, instrument, limit, replaced, nowNs);
    }

    private DenyReason checkMarketAndLimits(
            OrderCommandDecoder command,
            Instrument instrument,
            InstrumentLimits limit,
            @Nullable Order replaced,
            long nowNs) {
        InstrumentView view = market.view(instrument.id());
        long reference = view.top().isTwoSided() ? view.top().mid() : view.lastPrice();
        if (reference == 0) {
            return DenyReason.NO_REFERENCE_PRICE;
        }
        if (view.isStale(nowNs, settings.maxDataAgeMs() * NS_PER_MS)) {
            return deny(DenyReason.STALE_DATA, settings.maxDataAgeMs(), (nowNs - view.dataNs()) / NS_PER_MS);
        }
        DenyReason reason = checkPrice(command, instrument, limit, reference);
        if (reason == NONE) {
            reason = checkPosition(command, limit, replaced);
        }
        return reason == NONE ? checkCounts(replaced, nowNs) : reason;
    }

    private DenyReason checkPermission(
            OrderCommandDecoder command,
            Instrument instrument,
            @Nullable InstrumentLimits limit,
            @Nullable Order replaced) {
        TradingState state = states.effective(
                instrument.venue().value(), command.accountId(), instrument.id(), command.strategyId());
        if (states.isDraining()) {
            return DenyReason.DRAINING;
        }
        if (state.value() > TradingState.REDUCE.value()) {
            return deny(DenyReason.TRADING_STATE, TradingState.REDUCE.value(), state.value());
        }
        if (command.action() == OrderAction.REPLACE) {
            DenyReason reason = checkReplaceable(command, replaced);
            if (reason != NONE) {
                return reason;
            }
        }
        if (limit == null) {
            return DenyReason.NO_LIMITS;
        }
        TradingStatusKind status = market.view(instrument.id()).status();
        if (status != TradingStatusKind.TRADING && status != TradingStatusKind.AUCTION) {
            return deny(DenyReason.INSTRUMENT_STATUS, TradingStatusKind.TRADING.value(), status.value());
        }
        boolean reduceOnly = command.flags().reduceOnly() || state == TradingState.REDUCE;
        return reduceOnly ? checkReduces(command, replaced) : NONE;
    }

    private DenyReason checkReplaceable(OrderCommandDecoder command, @Nullable Order replaced) {
        if (replaced == null || !replaced.state().isOpen()) {
            return DenyReason.NO_SUCH_ORDER;
        }
        boolean resting = replaced.state() == OrderState.NEW || replaced.state() == OrderState.PARTIALLY_FILLED;
        if (!resting || replaced.replacingId() != 0 || replaced.orderType() != OrderType.LIMIT) {
            return deny(
                    DenyReason.NOT_REPLACEABLE,
                    OrderState.NEW.ordinal(),
                    replaced.state().ordinal());
        }
        long rest = openQuantity(command, replaced);
        return rest > 0 ? NONE : deny(DenyReason.NOT_POSITIVE, 1, rest);
    }

    private DenyReason checkReduces(OrderCommandDecoder command, @Nullable Order replaced) {
        boolean buy = command.side() == Side.BUY;
        long reducible =
                exposure.reducible(command.accountId(), command.strategyId(), command.instrumentId(), buy, replaced);
        long quantity = openQuantity(command, replaced);
        return quantity <= reducible ? NONE : deny(DenyReason.REDUCE_ONLY, reducible, quantity);
    }

    private DenyReason checkPrice(
            OrderCommandDecoder command, Instrument instrument, InstrumentLimits limit, long reference) {
        boolean buy = command.side() == Side.BUY;
        boolean priced = command.price() != FixedPoint.NULL;
        boolean conditional = command.stopPrice() != FixedPoint.NULL;
        long band = band(reference);
        if (priced && !conditional && Math.abs(command.price() - reference) > band) {
            long distance = FixedPoint.multiplyDivide(
                    Math.abs(command.price() - reference), BASIS_POINTS, reference, RoundingMode.UP);
            return deny(DenyReason.PRICE_COLLAR, settings.collarBps(), distance);
        }
        if (!conditional) {
            long furthest = priced ? command.price() : buy ? Math.addExact(reference, band) : reference - band;
            long own = exposure.ownPriceMet(command.accountId(), instrument.id(), buy, furthest);
            if (own != 0) {
                return deny(DenyReason.SELF_MATCH, own, furthest);
            }
        }
        long base = conditional ? Math.max(reference, command.stopPrice()) : reference;
        long worst = priced ? command.price() : buy ? Math.addExact(base, band(base)) : base;
        return checkNotional(command, instrument, limit, worst);
    }

    private DenyReason checkNotional(
            OrderCommandDecoder command, Instrument instrument, InstrumentLimits limit, long worstPrice) {
        long notional = instrument.notional(worstPrice, command.quantity());
        if (notional < instrument.minNotional() && !command.flags().reduceOnly()) {
            return deny(DenyReason.MIN_NOTIONAL, instrument.minNotional(), notional);
        }
        if (command.quantity() > limit.maxOrderQuantity()) {
            return deny(DenyReason.MAX_ORDER_QUANTITY, limit.maxOrderQuantity(), command.quantity());
        }
        boolean tooMuch =
                notional > limit.maxOrderNotional() && !command.flags().reduceOnly();
        return tooMuch ? deny(DenyReason.MAX_ORDER_NOTIONAL, limit.maxOrderNotional(), notional) : NONE;
    }

    private DenyReason checkPosition(OrderCommandDecoder command, InstrumentLimits limit, @Nullable Order replaced) {
        boolean buy = command.side() == Side.BUY;
        long before = exposure.worst(command.accountId(), command.instrumentId(), buy, replaced);
        long quantity = openQuantity(command, replaced);
        if (buy) {
            long after = Math.addExact(before, quantity);
            return after > limit.maxLong() ? deny(DenyReason.POSITION_LIMIT_LONG, limit.maxLong(), after) : NONE;
        }
        long after = Math.subtractExact(before, quantity);
        return after < -limit.maxShort() ? deny(DenyReason.POSITION_LIMIT_SHORT, -limit.maxShort(), after) : NONE;
    }

    private DenyReason checkCounts(@Nullable Order replaced, long nowNs) {
        boolean full = orders.isFull() || orders.openCount() >= settings.maxOpenOrders();
        if (replaced == null && full) {
            return deny(DenyReason.MAX_OPEN_ORDERS, settings.maxOpenOrders(), orders.openCount() + 1);
        }
        if (second.isFull(nowNs)) {
            return deny(DenyReason.RATE_PER_SECOND, second.limit(), second.count(nowNs) + 1);
        }
        if (minute.isFull(nowNs)) {
            return deny(DenyReason.RATE_PER_MINUTE, minute.limit(), minute.count(nowNs) + 1);
        }
        return NONE;
    }

    private DenyReason deny(DenyReason reason, long limit, long actual) {
        return verdict.deny(reason, limit, actual);
    }

    /** How far a price may be from a reference, quote currency, E8. */
    private long band(long reference) {
        return FixedPoint.multiplyDivide(reference, settings.collarBps(), BASIS_POINTS, RoundingMode.DOWN);
    }

    /** What can still trade: a replacement states the whole quantity, filled and open. */
    private static long openQuantity(OrderCommandDecoder command, @Nullable Order replaced) {
        return replaced == null ? command.quantity() : Math.subtractExact(command.quantity(), replaced.cumQty());
    }
}
