package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.execution.SentOrder;
import io.lockstep.gateway.alpaca.execution.refusal.OrderFate;
import io.lockstep.gateway.alpaca.orderentry.AuctionWindows;
import io.lockstep.gateway.alpaca.orderentry.LastLook;
import io.lockstep.gateway.alpaca.orderentry.OrderRequest;
import io.lockstep.gateway.alpaca.orderentry.OrderValidator;
import io.lockstep.gateway.alpaca.orderentry.Refusal;
import io.lockstep.gateway.alpaca.reference.Asset;
import io.lockstep.gateway.alpaca.reference.AssetInstruments;
import io.lockstep.gateway.alpaca.reference.HeldPosition;
import io.lockstep.gateway.alpaca.reference.PositionReader;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ratelimit.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries the engine's commands to the venue and its answers back. Every command is answered: by the venue, or here where nothing left.
 *
 * <p>A new order whose outcome is unknown is never sent again by itself. The engine may repeat the very same command: the bytes are the same,
 * the client order id is unique for ever, so the venue either places it now or says that the first one arrived, which is then looked up.
 * Alpaca Orders, "Client Order ID", read 2026-11. One thread.
 */
final class OrderDesk {
    private final OrderRequest order = new OrderRequest();
    private final PositionReader positions = new PositionReader();
    private final OrderEntry entry;
    private final LookUps lookUps;
    private final Cancels cancels;
    private final OrderValidator validator;
    private final LastLook lastLook = new LastLook();
    private final AccountRules rules;
    private final @Nullable Asset[] assets;
    private boolean open;

    /** @param assets what each instrument is, by instrument id */
    OrderDesk(OrderEntry entry, AuctionWindows auctions, AccountRules rules, @Nullable Asset[] assets) {
        this.entry = entry;
        this.lookUps = new LookUps(entry);
        this.cancels = new Cancels(entry, lookUps);
        this.validator = new OrderValidator(auctions);
        this.rules = rules;
        this.assets = assets.clone();
    }

    /** Whether new orders are taken: the account has caught up and its stream delivers. */
    void open(boolean isOpen) {
        open = isOpen;
    }

    /** Looks at an order an event left in doubt. */
    void readAgain(String venueOrderId) {
        entry.counters.count(AccountEvent.DOUBTS);
        entry.send(entry.requests.order(venueOrderId), Priority.CANCEL, reply -> {
            if (reply.isAnswered()) {
                entry.answers().lookedUp(reply.status(), reply.body(), reply.body().length, reply.receivedNs());
            }
        });
    }

    void onCommand(OrderCommandDecoder command) {
        entry.counters.count(AccountEvent.COMMANDS);
        boolean reads = command.action() == OrderAction.QUERY;
        if (!reads && !rules.sendOrders()) {
            entry.counters.count(AccountEvent.SHADOWED);
            refuse(command, "SHADOW");
            return;
        }
        switch (command.action()) {
            case NEW -> place(command);
            case REPLACE -> replace(command);
            case CANCEL -> cancels.cancel(target(command));
            case CANCEL_ALL -> cancelAll(command.instrumentId());
            case QUERY -> lookUps.query(target(command));
            case ARM_COUNTDOWN, NULL_VAL -> refuse(command, "NOT_OFFERED");
        }
    }

    private void place(OrderCommandDecoder command) {
        SentOrder sent = sent(command, command.orderId());
        Asset asset = asset(command.instrumentId());
        if (!open || asset == null) {
            entry.refuse(sent, ExecType.REJECTED, open ? "UNKNOWN_INSTRUMENT" : "NOT_READY");
            return;
        }
        boolean whole = command.flags().closePosition()
                && command.quantity() == FixedPoint.NULL
                && command.notional() == FixedPoint.NULL;
        if (whole) {
            closeWhole(sent, asset, command);
        } else {
            place(sent, asset, command, command.quantity());
        }
    }

    /**
     * Closes what is there: asks how much that is, then sells or buys it back under an id of ours. The venue's own request to close a position
     * gives the order an id of its own, under which nobody would know it again.
     */
    private void closeWhole(SentOrder sent, Asset asset, OrderCommandDecoder command) {
        entry.send(entry.requests.position(asset.symbol().replace("/", "")), Priority.CANCEL, reply -> {
            List<HeldPosition> held = reply.isSuccess() ? positions.read(reply.body(), reply.body().length) : null;
            long available = held == null || held.size() != 1 ? 0 : held.get(0).available();
            boolean closes = command.side() == Side.SELL ? available > 0 : available < 0;
            if (closes) {
                place(sent, asset, command, Math.abs(available));
            } else {
                entry.refuse(sent, ExecType.REJECTED, "NOTHING_TO_CLOSE: " + reply);
            }
        });
    }

    private void place(SentOrder sent, Asset asset, OrderCommandDecoder command, long quantity) {
        order.begin(asset.symbol(), command).quantity(quantity);
        if (command.flags().extendedHours() && !rules.extendedHours()) {
            entry.refuse(sent, ExecType.REJECTED, "EXTENDED_HOURS_OFF");
            return;
        }
        Refusal refusal = validator.check(order, asset, false, entry.nowNs());
        if (refusal == Refusal.NONE) {
            CharSequence clientOrderId = entry.ids.of(sent.orderId(), sent.strategyId());
            RestRequest request = entry.requests.place(order, clientOrderId);
            String differs = lastLook.differs(command, asset.symbol(), quantity, request.body());
            if (differs == null) {
                entry.send(request, priority(command), reply -> placed(sent, reply));
            } else {
                entry.kill(sent, ExecType.REJECTED, differs);
            }
        } else {
            entry.refuse(sent, ExecType.REJECTED, refusal.name());
        }
    }

    private void placed(SentOrder sent, RestReply reply) {
        switch (reply.kind()) {
            case NOT_SENT, RATE_LIMITED -> entry.refuse(sent, ExecType.REJECTED, reply.toString());
            case LOST -> entry.lose(sent, reply.toString());
            case ANSWERED -> {
                OrderFate fate = entry.answers()
                        .placed(sent, reply.status(), reply.body(), reply.body().length, reply.receivedNs());
                concluded(sent, reply, fate);
            }
        }
    }

    private void replace(OrderCommandDecoder command) {
        SentOrder sent = sent(command, command.orderId());
        String venueOrderId = entry.execution.venueOrderId(command.originalOrderId());
        String refusal = refusal(command, venueOrderId);
        if (venueOrderId == null || !refusal.isEmpty()) {
            entry.refuse(sent, ExecType.REPLACE_REJECTED, refusal);
            return;
        }
        CharSequence clientOrderId = entry.ids.of(sent.orderId(), sent.strategyId());
        RestRequest request = entry.requests.replace(
                venueOrderId,
                command.quantity(),
                command.price(),
                command.stopPrice(),
                TimeInForce.NULL_VAL,
                clientOrderId);
        String differs = lastLook.differs(command, "", command.quantity(), request.body());
        if (differs == null) {
            entry.send(request, priority(command), reply -> replaced(sent, reply));
        } else {
            entry.kill(sent, ExecType.REPLACE_REJECTED, differs);
        }
    }

    private String refusal(OrderCommandDecoder command, @Nullable String venueOrderId) {
        Asset asset = asset(command.instrumentId());
        if (!open || asset == null) {
            return open ? "UNKNOWN_INSTRUMENT" : "NOT_READY";
        }
        if (venueOrderId == null) {
            return "VENUE_ID_NOT_KNOWN_YET";
        }
        boolean whole = command.quantity() == FixedPoint.NULL || command.quantity() % FixedPoint.ONE == 0;
        if (!asset.isCrypto() && !whole) {
            return Refusal.FRACTION_NOT_OFFERED.name();
        }
        boolean fine = asset.isCrypto() || isOnTick(command.price()) && isOnTick(command.stopPrice());
        return fine ? "" : Refusal.SUB_PENNY.name();
    }

    private static boolean isOnTick(long price) {
        return price == FixedPoint.NULL || price > 0 && price % AssetInstruments.tickSize(price) == 0;
    }

    private void replaced(SentOrder sent, RestReply reply) {
        switch (reply.kind()) {
            case NOT_SENT, RATE_LIMITED -> entry.refuse(sent, ExecType.REPLACE_REJECTED, reply.toString());
            case LOST -> entry.lose(sent, reply.toString());
            case ANSWERED -> {
                OrderFate fate = entry.answers()
                        .replaced(sent, reply.status(), reply.body(), reply.body().length, reply.receivedNs());
                concluded(sent, reply, fate);
            }
        }
    }

    /** Goes after what an answer left open: an order that exists but could not be read, or was there before. */
    private void concluded(SentOrder sent, RestReply reply, OrderFate fate) {
        if (fate == OrderFate.UNKNOWN) {
            entry.counters.count(AccountEvent.UNKNOWN_OUTCOMES);
        }
        if (entry.answers().needsLookUp()) {
            lookUps.adopt(sent);
        }
        if (!reply.isSuccess()) {
            entry.alarm();
        }
    }

    private void cancelAll(int instrumentId) {
        Asset asset = asset(instrumentId);
        if (instrumentId == OrderCommandDecoder.instrumentIdNullValue()) {
            cancels.cancelAll();
        } else if (asset == null) {
            entry.tell(0, "UNKNOWN_INSTRUMENT", "action=CANCEL_ALL, instrumentId=" + instrumentId);
        } else {
            cancels.cancelAll(asset.symbol());
        }
    }

    private void refuse(OrderCommandDecoder command, String why) {
        switch (command.action()) {
            case NEW -> entry.refuse(sent(command, command.orderId()), ExecType.REJECTED, why);
            case REPLACE -> entry.refuse(sent(command, command.orderId()), ExecType.REPLACE_REJECTED, why);
            case CANCEL -> cancels.refuse(target(command), why);
            default -> entry.counters.count(AccountEvent.REFUSED);
        }
    }

    /** What shrinks a position may use the budget kept for cancels. */
    private static Priority priority(OrderCommandDecoder command) {
        boolean shrinks = command.flags().reduceOnly()
                || command.flags().closePosition()
                || command.flags().protective();
        return shrinks ? Priority.CANCEL : Priority.ORDINARY;
    }

    private @Nullable Asset asset(int instrumentId) {
        return instrumentId >= 0 && instrumentId < assets.length ? assets[instrumentId] : null;
    }

    private static SentOrder target(OrderCommandDecoder command) {
        boolean names = command.originalOrderId() != OrderCommandDecoder.originalOrderIdNullValue();
        return sent(command, names ? command.originalOrderId() : command.orderId());
    }

    private static SentOrder sent(OrderCommandDecoder command, long orderId) {
        Side side = command.side();
        return new SentOrder(orderId, command.strategyId(), command.instrumentId(), side);
    }
}
