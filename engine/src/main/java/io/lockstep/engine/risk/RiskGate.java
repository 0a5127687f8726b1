package io.lockstep.engine.risk;

import static io.lockstep.engine.risk.DenyReason.NONE;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every order passes here or is denied with a reason and its numbers. Counts the worst case: position, open, in-flight and unknown orders, all
 * kept as running sums. Cancels and queries pass in every trading state. Owned by the risk handler; allocates nothing.
 *
 * <pre>
 *   check             holds an order against
 *   PermissionCheck   ladder, readiness, target of a change, permitted set, session, reduce-only, unknown outcomes
 *   SessionCheck      the exchange's hours and auction cut-offs
 *   VenueFilters      lot, tick, smallest and largest quantity, missing prices
 *   MarketCheck       reference price, age, gap, spread, move within the window
 *   PriceCheck        collar, own orders, smallest and largest value
 *   ExposureCheck     positions, gross, net, leverage, working notional, cash
 *   RateCheck         open orders, repetition, entries, messages a second and a minute
 * </pre>
 *
 * The first that fails decides.
 */
public final class RiskGate implements CarriedPart {
    private final RiskSettings settings;
    private final InstrumentTable instruments;
    private final Market market;
    private final OrderTable orders;
    private final MarketCheck marketCheck;
    private final RateCheck rates;
    private final PreTradeCheck[] checks;
    private final Candidate candidate;
    private @Nullable InstrumentLimits[] limits = new InstrumentLimits[0];

    /**
     * A gate over the tables of one risk handler.
     *
     * @param strategies names of the strategies, in the order of their ids
     */
    public RiskGate(
            RiskSettings settings,
            List<String> strategies,
            InstrumentTable instruments,
            Market market,
            OrderTable orders,
            GateState state) {
        this.settings = settings;
        this.instruments = instruments;
        this.market = market;
        this.orders = orders;
        candidate = new Candidate(state.override());
        ExposureBook exposure = state.exposure();
        marketCheck = new MarketCheck(settings, state.readiness());
        rates = new RateCheck(settings, strategies, orders, exposure, state.reentries());
        checks = new PreTradeCheck[] {
            new PermissionCheck(settings.orders(), orders, state.states(), exposure, state.readiness()),
            new SessionCheck(settings.endOfDay()),
            new VenueFilters(),
            marketCheck,
            new PriceCheck(settings.collarBps(), exposure, state.scale()),
            new ExposureCheck(settings, strategies, exposure, state.scale()),
            rates
        };
        instrumentsChanged();
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

    /** The market of an instrument moved. */
    public void priced(int instrumentId, long nowNs) {
        marketCheck.priced(instrumentId, market.view(instrumentId), nowNs);
    }

    /**
     * Judges a command.
     *
     * @param command new, replace, cancel or cancel-all
     * @param nowNs event time, UTC, nanoseconds
     * @return {@link DenyReason#NONE} if it may leave; else why not, with {@link #limitValue()} and {@link #actualValue()}
     */
    public DenyReason check(OrderCommandDecoder command, long nowNs) {
        candidate.clear();
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

    /** Notes what left, for the rate limits. */
    public void sent(OrderCommandDecoder command, long nowNs) {
        Venue venue = instruments.get(command.instrumentId()).venue();
        rates.message(venue, nowNs);
        if (command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE) {
            rates.sent(command, venue, nowNs);
        }
    }

    @Override
    public void carryTo(CarryWriter writer) {
        rates.carryTo(writer);
    }

    @Override
    public void carried(CarriedSeries series) {
        rates.carried(series);
    }

    /** The limit behind the last denial, in the reason's unit. */
    public long limitValue() {
        return candidate.verdict().limitValue();
    }

    /** The value that broke it, in the reason's unit. */
    public long actualValue() {
        return candidate.verdict().actualValue();
    }

    /**
     * The furthest price an order may have now: the collar's edge, on a tick inside it.
     *
     * @return quote currency, E8; {@code FixedPoint.NULL} while there is nothing to measure it by
     */
    public long collarPrice(int instrumentId, boolean buy) {
        long reference = market.view(instrumentId).referencePrice();
        if (reference == 0) {
            return FixedPoint.NULL;
        }
        Instrument instrument = instruments.get(instrumentId);
        long band = PriceCheck.band(reference, settings.collarBps());
        return buy ? instrument.floorToTick(reference + band) : instrument.ceilToTick(reference - band);
    }

    /** Largest quantity one order in an instrument may have, base currency, E8; 0 where it has no limits. */
    public long maxOrderQuantity(int instrumentId) {
        InstrumentLimits its = instrumentId < limits.length ? limits[instrumentId] : null;
        return its == null
                ? 0
                : Math.min(its.maxOrderQuantity(), instruments.get(instrumentId).maxQuantity());
    }

    private DenyReason checkTarget(OrderCommandDecoder command) {
        Order target = orders.find(command.originalOrderId());
        return target != null && target.state().isOpen() ? NONE : DenyReason.NO_SUCH_ORDER;
    }

    private DenyReason checkOrder(OrderCommandDecoder command, long nowNs) {
        Instrument instrument = instruments.get(command.instrumentId());
        int id = instrument.id();
        candidate.start(command, instrument, id < limits.length ? limits[id] : null, market.view(id), nowNs);
        for (PreTradeCheck check : checks) {
            DenyReason reason = check.check(candidate);
            if (reason != NONE) {
                return reason;
            }
        }
        return NONE;
    }
}
