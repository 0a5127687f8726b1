package io.lockstep.gateway.binance.orderentry;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderClass;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderFlagsDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.orderentry.request.Endpoint;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.orderentry.request.StpMode;
import io.lockstep.gateway.binance.reference.Product;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the request that carries out a command and fills in its values. Allocates nothing. Owned by one thread; the templates behind it
 * may be shared.
 */
public final class CommandEncoder {
    private static final long NS_PER_MS = 1_000_000;

    private final Product product;
    private final long runId;
    private final OrderTemplates orders;
    private final OrderTemplates replacements;
    private final Int2ObjectHashMap<InstrumentTemplates> templates = new Int2ObjectHashMap<>();
    private final RequestValues values = new RequestValues();
    private String refusal = "";

    /**
     * Makes an encoder and writes its templates.
     *
     * @param profile how requests travel
     * @param runId of the journal, part of every client id
     */
    public CommandEncoder(
            Product product, RequestProfile profile, List<Instrument> instruments, StpMode stp, long runId) {
        this.product = product;
        this.runId = runId;
        orders = OrderTemplates.newOrders(product, profile, instruments, stp);
        replacements = product == Product.SPOT
                ? OrderTemplates.cancelReplaces(profile, instruments, stp)
                : OrderTemplates.newOrders(product, profile, List.of(), stp);
        for (Instrument instrument : instruments) {
            templates.put(instrument.id(), InstrumentTemplates.of(product, profile, instrument.symbol()));
        }
    }

    /** The values of the request chosen last; the time stamp is still to be set. */
    public RequestValues values() {
        return values;
    }

    /** Why there was no request for the last command. */
    public String refusal() {
        return refusal;
    }

    /**
     * Chooses the request for a command on one order and fills in its values.
     *
     * @param facts what is known of the order to cancel, change or ask for
     * @return null, with {@link #refusal} saying why, where the venue does not offer it
     */
    public @Nullable RequestTemplate prepare(OrderCommandDecoder command, OrderFacts facts) {
        InstrumentTemplates of = templates.get(command.instrumentId());
        if (of == null) {
            return refuse("UNKNOWN_INSTRUMENT");
        }
        return switch (command.action()) {
            case NEW -> newOrder(command);
            case CANCEL -> cancel(command, facts, of);
            case REPLACE -> replace(command, facts, of);
            case QUERY -> query(facts, of);
            default -> refuse("NOT_OFFERED");
        };
    }

    /** The request that asks for an order; null for an unknown instrument. */
    public @Nullable RequestTemplate query(int instrumentId, OrderFacts facts) {
        InstrumentTemplates of = templates.get(instrumentId);
        return of == null ? refuse("UNKNOWN_INSTRUMENT") : query(facts, of);
    }

    /** Notes in the directory what a request is going to do; before it is sent, so that no answer can come first. */
    public static void register(OrderCommandDecoder command, RequestTemplate request, OrderDirectory directory) {
        long id = command.orderId();
        long original = command.originalOrderId();
        long price = command.price();
        long quantity = command.quantity();
        switch (request.endpoint()) {
            case SPOT_NEW_ORDER, USDM_NEW_ORDER, USDM_NEW_ALGO -> {
                boolean conditional = request.endpoint() == Endpoint.USDM_NEW_ALGO;
                directory.opened(id, command.strategyId(), command.instrumentId(), conditional, price, quantity);
            }
            case SPOT_AMEND -> directory.replacing(original, id, true, price, quantity);
            case SPOT_CANCEL_REPLACE -> directory.replacing(original, id, false, price, quantity);
            case USDM_MODIFY -> directory.modifying(original, id, price, quantity);
            default -> {}
        }
    }

    /** The request that cancels every order of an instrument in the book; null for an unknown instrument. */
    public @Nullable RequestTemplate cancelAll(int instrumentId) {
        InstrumentTemplates of = templates.get(instrumentId);
        return of == null ? refuse("UNKNOWN_INSTRUMENT") : of.cancelAll();
    }

    /** The request that cancels every conditional order of an instrument; null where there is no such service. */
    public @Nullable RequestTemplate cancelAllConditional(int instrumentId) {
        InstrumentTemplates of = templates.get(instrumentId);
        return of == null ? refuse("UNKNOWN_INSTRUMENT") : of.cancelAllConditional();
    }

    /**
     * The request that arms or, with 0, disarms the venue's countdown; null where there is none.
     *
     * @param countdownMs after which the venue cancels every order of the instrument in the book, milliseconds
     */
    public @Nullable RequestTemplate countdown(int instrumentId, long countdownMs) {
        InstrumentTemplates of = templates.get(instrumentId);
        values.number(countdownMs);
        return of == null ? refuse("UNKNOWN_INSTRUMENT") : of.countdown();
    }

    private @Nullable RequestTemplate newOrder(OrderCommandDecoder command) {
        if (command.orderClass() != OrderClass.SIMPLE) {
            return refuse("LEGS_NOT_OFFERED");
        }
        values.order(ClientOrderId.ORDER, runId, command.orderId());
        fill(command, command.quantity());
        return offered(find(orders, command));
    }

    private @Nullable RequestTemplate cancel(OrderCommandDecoder command, OrderFacts facts, InstrumentTemplates of) {
        values.order(ClientOrderId.CANCEL, runId, command.orderId()).originalOrder(runId, facts.venueName());
        if (product == Product.SPOT) {
            return of.cancel();
        }
        boolean conditional = facts.isKnown() ? facts.isConditional() : isConditional(command.orderType());
        if (!conditional) {
            return of.cancel();
        }
        if (facts.venueOrderId() == FixedPoint.NULL) {
            return of.cancelConditional();
        }
        values.venueOrderId(facts.venueOrderId());
        return of.cancelByVenueId();
    }

    private @Nullable RequestTemplate query(OrderFacts facts, InstrumentTemplates of) {
        values.originalOrder(runId, facts.venueName());
        if (product == Product.SPOT || !facts.isConditional()) {
            return of.query();
        }
        if (facts.venueOrderId() == FixedPoint.NULL) {
            return of.queryConditional();
        }
        values.venueOrderId(facts.venueOrderId());
        return of.queryByVenueId();
    }

    private @Nullable RequestTemplate replace(OrderCommandDecoder command, OrderFacts facts, InstrumentTemplates of) {
        if (facts.isConditional()) {
            return refuse("CONDITIONAL_NOT_REPLACEABLE");
        }
        values.order(ClientOrderId.ORDER, runId, command.orderId())
                .replaceCancel(runId, command.orderId())
                .originalOrder(runId, facts.venueName());
        if (product == Product.USDM) {
            fill(command, command.quantity());
            return command.orderType() == OrderType.LIMIT
                    ? of.modify(command.side())
                    : refuse("ONLY_LIMIT_REPLACEABLE");
        }
        long open = command.quantity() - facts.cumQty();
        if (open <= 0) {
            return refuse("NOTHING_LEFT");
        }
        if (isSmallerOnly(command, facts)) {
            fill(command, command.quantity() - facts.carriedQty());
            return of.amend();
        }
        fill(command, open);
        return offered(find(replacements, command));
    }

    /** Whether only the quantity changes, downwards: then the order may keep its place in the queue. */
    static boolean isSmallerOnly(OrderCommandDecoder command, OrderFacts facts) {
        return facts.isKnown()
                && command.price() == facts.price()
                && facts.quantity() != FixedPoint.NULL
                && command.quantity() < facts.quantity();
    }

    private void fill(OrderCommandDecoder command, long quantity) {
        long expireNs = command.expireTimeNs();
        values.priceAndQuantity(command.price(), quantity)
                .stopPrice(command.stopPrice())
                .displayQuantity(command.displayQuantity())
                .notional(command.notional())
                .trailRate(command.trailRate())
                .expireTimeMs(expireNs == FixedPoint.NULL ? 0 : expireNs / NS_PER_MS);
    }

    private @Nullable RequestTemplate find(OrderTemplates source, OrderCommandDecoder command) {
        OrderFlagsDecoder flags = command.flags();
        if (!hasWhatItNeeds(command)) {
            return null;
        }
        return source.find(
                command.instrumentId(),
                command.side(),
                command.orderType(),
                command.timeInForce(),
                // spot has no such flag: the risk gate has seen that the order shrinks
                product == Product.USDM && flags.reduceOnly(),
                flags.closePosition(),
                command.displayQuantity() != FixedPoint.NULL,
                command.notional() != FixedPoint.NULL);
    }

    /** An order whose type needs a price that the command does not have would be written with a nonsensical one. */
    private static boolean hasWhatItNeeds(OrderCommandDecoder command) {
        boolean priced = command.price() != FixedPoint.NULL;
        boolean stopped = command.stopPrice() != FixedPoint.NULL;
        return switch (command.orderType()) {
            case MARKET -> true;
            case LIMIT -> priced && !stopped;
            case STOP_LIMIT, TAKE_PROFIT_LIMIT -> priced && stopped;
            case STOP_MARKET, TAKE_PROFIT_MARKET -> stopped;
            case TRAILING_STOP ->
                command.trailRate() != FixedPoint.NULL && command.trailOffset() == FixedPoint.NULL && !stopped;
            case NULL_VAL -> false;
        };
    }

    private static boolean isConditional(OrderType type) {
        return type != OrderType.LIMIT && type != OrderType.MARKET;
    }

    private @Nullable RequestTemplate offered(@Nullable RequestTemplate template) {
        return template == null ? refuse("NOT_OFFERED") : template;
    }

    private @Nullable RequestTemplate refuse(String reason) {
        refusal = reason;
        return null;
    }
}
