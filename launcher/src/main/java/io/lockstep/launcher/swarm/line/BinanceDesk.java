package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.gateway.binance.execution.ResponseDecoder;
import io.lockstep.gateway.binance.execution.ResponseOutcome;
import io.lockstep.gateway.binance.execution.UserDataDecoder;
import io.lockstep.gateway.binance.execution.error.OrderFate;
import io.lockstep.gateway.binance.execution.error.Recovery;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.OrderFacts;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.gateway.binance.session.RequestLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The process's side of the wire: the Binance gateway's own classes, which number requests, give them up, classify the venue's answers by the gateway's
 * table of errors, and decode its events. What they publish goes to the sink, as records.
 *
 * <p>A process begins with what its journal leaves open, as the gateway does. One thread.
 */
final class BinanceDesk {
    private static final int OPEN_REQUESTS = 1_024;
    private static final int REMEMBERED_ORDERS = 1_024;
    private static final int REMEMBERED_FILLS = 256;
    private static final int ACCOUNT = 0;

    private final Product product;
    private final SymbolTable symbols;
    private final Capture capture;
    private final OrderFacts facts = new OrderFacts();
    private final TextBuffer idText = new TextBuffer(64);
    private final UnsafeBuffer frame = new UnsafeBuffer(0, 0);
    private RequestLedger ledger = new RequestLedger(OPEN_REQUESTS);
    private OrderDirectory directory = new OrderDirectory(REMEMBERED_ORDERS);
    private ResponseDecoder responses;
    private UserDataDecoder events;
    private UserDataDecoder eventsAgain;

    /** @param sink takes the records of what was said */
    BinanceDesk(Venue venue, List<Instrument> instruments, Consumer<byte[]> sink) {
        product = venue == Venue.BINANCE_SPOT ? Product.SPOT : Product.USDM;
        symbols = SymbolTable.of(instruments);
        capture = new Capture(sink);
        responses = answers();
        events = decoder();
        eventsAgain = decoder();
    }

    /**
     * A process begins: it waits for no answer, and of orders it knows what the journal says.
     *
     * @param openOrders orders its journal leaves open
     */
    void started(List<OpenOrder> openOrders) {
        ledger = new RequestLedger(OPEN_REQUESTS);
        directory = new OrderDirectory(REMEMBERED_ORDERS);
        VenueGateway.Past past = new VenueGateway.Past(BinanceWords.RUN_ID, openOrders);
        past.ordersOf(ACCOUNT).forEach(order -> directory.recall(order, product == Product.USDM));
        responses = answers();
        connected();
    }

    /** A connection begins, with a decoder for it and one for that which overlaps it. */
    void connected() {
        events = decoder();
        eventsAgain = decoder();
    }

    /**
     * A request is about to leave: notes it, and what it is going to do.
     *
     * @return its id on the wire
     */
    String sent(Request request, int generation, long nowNs, long deadlineNs) {
        RequestId id = new RequestId().set(kind(request), named(request), request.strategyId(), request.instrumentId());
        register(request);
        if (ledger.add(id, generation, nowNs, deadlineNs) == RequestLedger.FULL) {
            throw new IllegalStateException("too many requests are open: order=" + request.orderId());
        }
        idText.clear();
        id.write(idText);
        return new String(idText.array(), 0, idText.length(), StandardCharsets.US_ASCII);
    }

    /** The id under which the venue knows an order. */
    long venueName(long orderId) {
        directory.find(orderId, facts);
        return facts.venueName();
    }

    /** Whether an order is asked for as the conditional one it was placed as. */
    boolean isAskedAsAlgo(long orderId) {
        directory.find(orderId, facts);
        return product == Product.USDM && facts.isConditional() && facts.venueOrderId() == FixedPoint.NULL;
    }

    /** An answer came in; what it calls for beyond its report. */
    FollowUp answered(byte[] json, long nowNs) {
        frame.wrap(json);
        ResponseOutcome outcome = responses.decode(frame, 0, json.length, nowNs);
        ledger.complete(responses.requestId());
        return followUp(outcome);
    }

    /**
     * Gives up what is overdue; what each calls for.
     *
     * @param nowNs by the clock of the deadlines
     * @param clockNs by the host's clock
     */
    List<FollowUp> giveUpOverdue(long nowNs, long clockNs) {
        List<FollowUp> all = new ArrayList<>();
        ledger.giveUpOverdue(nowNs, id -> all.add(followUp(responses.answerLost(id, "NO_ANSWER", clockNs))));
        return all;
    }

    /**
     * An event of the user stream came in.
     *
     * @param again whether on the connection that overlaps the first
     */
    void event(byte[] json, boolean again, long nowNs) {
        frame.wrap(json);
        var unused = (again ? eventsAgain : events).decode(frame, 0, json.length, nowNs);
    }

    /**
     * What is to be done about an answer beyond its report, as the gateway does it.
     *
     * @param orderId the order it was about
     * @param ask whether to ask for the order
     * @param wantFills whether fills are missing
     * @param failed whether the request failed for a reason that is not the order's own
     * @param code the venue's, 0 for none
     */
    record FollowUp(long orderId, boolean ask, boolean wantFills, boolean failed, int code) {}

    private FollowUp followUp(ResponseOutcome outcome) {
        boolean concluded = outcome == ResponseOutcome.REFUSED || outcome == ResponseOutcome.UNKNOWN;
        boolean ask = concluded && (responses.fate() == OrderFate.NOT_OPEN || responses.fate() == OrderFate.EXISTS);
        return new FollowUp(
                responses.requestId().orderId(),
                ask || responses.recovery() == Recovery.VERIFY_THEN_RESEND,
                outcome == ResponseOutcome.ANSWERED && responses.areFillsMissing(),
                outcome == ResponseOutcome.FAILED || responses.recovery() == Recovery.RESYNC_CLOCK,
                responses.code());
    }

    private void register(Request request) {
        switch (request.action()) {
            case NEW ->
                directory.opened(
                        request.orderId(),
                        request.strategyId(),
                        request.instrumentId(),
                        product == Product.USDM && request.wish().isConditional(),
                        request.price(),
                        request.quantity());
            case REPLACE -> {
                if (product == Product.SPOT) {
                    directory.replacing(
                            request.originalOrderId(), request.orderId(), true, request.price(), request.quantity());
                } else {
                    directory.modifying(
                            request.originalOrderId(), request.orderId(), request.price(), request.quantity());
                }
            }
            default -> {}
        }
    }

    private static char kind(Request request) {
        return switch (request.action()) {
            case NEW -> RequestId.NEW;
            case CANCEL -> RequestId.CANCEL;
            case REPLACE -> RequestId.REPLACE;
            default -> RequestId.QUERY;
        };
    }

    /** A new order and a change go by their own id, all else by that of the order they are about. */
    private static long named(Request request) {
        boolean own = request.action() == OrderAction.NEW || request.action() == OrderAction.REPLACE;
        return own ? request.orderId() : request.subject();
    }

    private ResponseDecoder answers() {
        return new ResponseDecoder(product, symbols, capture, BinanceWords.RUN_ID, directory, ACCOUNT);
    }

    private UserDataDecoder decoder() {
        return new UserDataDecoder(symbols, capture, BinanceWords.RUN_ID, directory, ACCOUNT, REMEMBERED_FILLS);
    }
}
