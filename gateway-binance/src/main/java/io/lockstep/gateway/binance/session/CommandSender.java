package io.lockstep.gateway.binance.session;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.orderentry.CommandEncoder;
import io.lockstep.gateway.binance.orderentry.LastLook;
import io.lockstep.gateway.binance.orderentry.OrderFacts;
import io.lockstep.gateway.binance.orderentry.request.RequestEncoder;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.signing.Signers;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.gateway.binance.session.context.Readiness;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.transport.ratelimit.Priority;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SendResult;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Carries commands to the socket: checks what only the gateway knows, encodes, signs, sends. What cannot go by the socket, and every answer
 * of ours, is handed to the orders thread. Engine thread; never blocks, and allocates nothing where a command leaves by the socket.
 */
final class CommandSender {
    private final SessionContext context;
    private final RestOrders rest;
    private final RequestLedger ledger;
    private final Readiness readiness;
    private final SocketSource socket;
    private final CommandEncoder encoder;
    private final RequestEncoder frames;
    private final LastLook lastLook;
    private final boolean sendOrders;
    private final long answerDeadlineNs;
    private final OrderFacts facts = new OrderFacts();
    private final RequestId id = new RequestId();
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);

    /**
     * Makes a sender and writes its templates.
     *
     * @param socket where the session of the WebSocket API in use is found
     * @param sendOrders whether anything is to be sent at all
     */
    CommandSender(
            SessionContext context,
            RestOrders rest,
            RequestLedger ledger,
            Readiness readiness,
            SocketSource socket,
            boolean sendOrders) {
        this.context = context;
        this.rest = rest;
        this.ledger = ledger;
        this.readiness = readiness;
        this.socket = socket;
        this.sendOrders = sendOrders;
        boolean logsOn = Signers.isEd25519(context.key());
        Channel channel = logsOn ? Channel.SESSION : Channel.SIGNED_FRAMES;
        encoder = new CommandEncoder(
                context.product(),
                context.profile(channel),
                context.instruments(),
                context.requests().stp(),
                context.runId());
        frames = new RequestEncoder(logsOn ? null : Signers.of(context.key()));
        lastLook = new LastLook(context.instruments());
        answerDeadlineNs = TimeUnit.MILLISECONDS.toNanos(context.requests().answerDeadlineMs());
    }

    /** Sends one command; what becomes of it is told by reports. */
    void send(OrderCommandDecoder command) {
        switch (command.action()) {
            case NEW -> sendOne(command, RequestId.NEW, command.orderId());
            case REPLACE -> sendOne(command, RequestId.REPLACE, command.orderId());
            case CANCEL -> sendOne(command, RequestId.CANCEL, command.originalOrderId());
            case QUERY -> sendOne(command, RequestId.QUERY, queried(command));
            case CANCEL_ALL, ARM_COUNTDOWN -> {
                if (sendOrders) {
                    rest.submit(command);
                } else {
                    context.counters().increment(SessionCounter.REFUSED_SHADOW);
                }
            }
            case NULL_VAL -> context.counters().increment(SessionCounter.REFUSED_NOT_OFFERED);
        }
    }

    /** A question names its order as the one it is about, or as its own. */
    static long queried(OrderCommandDecoder command) {
        return command.originalOrderId() == FixedPoint.NULL ? command.orderId() : command.originalOrderId();
    }

    private void sendOne(OrderCommandDecoder command, char kind, long subject) {
        id.set(kind, subject, command.strategyId(), command.instrumentId());
        if (isStopped(command)) {
            return;
        }
        context.directory().find(kind == RequestId.REPLACE ? command.originalOrderId() : subject, facts);
        RequestTemplate request = encoder.prepare(command, facts);
        if (request == null) {
            refuse(SessionCounter.REFUSED_NOT_OFFERED, encoder.refusal());
            return;
        }
        Session session = socket.session();
        if (session == null || !request.endpoint().isOnWebSocket()) {
            rest.submit(command);
        } else if (context.budget()
                        .tryAcquire(
                                request.endpoint(),
                                priority(command),
                                context.clock().venueNs())
                > 0) {
            refuse(SessionCounter.REFUSED_LIMIT, "VENUE_LIMIT");
        } else {
            sendFrame(command, request, session);
        }
    }

    /** Whether nothing may be sent, or nothing that adds; then it was refused. */
    private boolean isStopped(OrderCommandDecoder command) {
        boolean adds = command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
        if (!sendOrders && command.action() != OrderAction.QUERY) {
            refuse(SessionCounter.REFUSED_SHADOW, "SHADOW");
        } else if (adds && !readiness.isReady()) {
            refuse(SessionCounter.REFUSED_NOT_READY, "NOT_READY");
        } else if (adds && !context.clock().isTradable()) {
            refuse(SessionCounter.REFUSED_CLOCK, "CLOCK_OFFSET");
        } else {
            return false;
        }
        return true;
    }

    private void sendFrame(OrderCommandDecoder command, RequestTemplate request, Session session) {
        long nowNs = context.clock().nowNs();
        long sequence = ledger.add(id, session.generation(), context.clock().venueNs(), nowNs + answerDeadlineNs);
        if (sequence == RequestLedger.FULL) {
            refuse(SessionCounter.REFUSED_FULL, "TOO_MANY_OPEN_REQUESTS");
            return;
        }
        encoder.values().timestampMs(context.clock().timestampMs());
        TextBuffer frame = frames.encodeFrame(request, encoder.values(), id);
        String differs = lastLook.differs(command, frame);
        if (differs != null) {
            ledger.complete(id);
            context.counters().increment(SessionCounter.REFUSED_OTHERWISE);
            rest.kill(id, differs);
            return;
        }
        CommandEncoder.register(command, request, context.directory());
        buffer.wrap(frame.array());
        SendResult result = session.send(true, buffer, 0, frame.length());
        if (result.isAccepted()) {
            context.counters().increment(SessionCounter.SENT_BY_SOCKET);
            return;
        }
        ledger.complete(id);
        if (result == SendResult.NOT_OPEN) {
            rest.submit(command);
        } else {
            refuse(SessionCounter.REFUSED_FULL, "SOCKET_" + result);
        }
    }

    private void refuse(SessionCounter counter, String reason) {
        context.counters().increment(counter);
        rest.refuse(id, reason);
    }

    private static Priority priority(OrderCommandDecoder command) {
        return command.action() == OrderAction.CANCEL ? Priority.CANCEL : Priority.ORDINARY;
    }
}
