package io.lockstep.gateway.binance.session;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.binance.execution.ResponseDecoder;
import io.lockstep.gateway.binance.execution.ResponseOutcome;
import io.lockstep.gateway.binance.execution.UserDataOutcome;
import io.lockstep.gateway.binance.orderentry.request.RequestEncoder;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.orderentry.request.SpotRequests;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.orderentry.signing.Signers;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.transport.correlation.Completion;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The WebSocket API connection: logs on where the key can, subscribes to user events where the product has them here, and takes in answers
 * and events. Network thread.
 *
 * <pre>
 *   open ──(Ed25519) session.logon──► logged on ──(spot) userDataStream.subscribe──► ready
 *     └────(HMAC, spot) userDataStream.subscribe.signature──────────────────────────► ready
 *     └────(HMAC, futures)──────────────────────────────────────────────────────────► ready
 * </pre>
 */
final class WsApi implements ConnectionListener {
    private static final int STEP_LOGON = 1;
    private static final int STEP_SUBSCRIBE = 2;
    private static final int STEP_BITS = 2;

    private final SessionContext context;
    private final RequestLedger ledger;
    private final RestOrders orders;
    private final AnswerFollowUp followUp;
    private final UserEvents userEvents;
    private final ResponseDecoder responses;
    private final RequestEncoder proofs;
    private final RequestEncoder plain = new RequestEncoder(null);
    private final RequestTemplate logon;
    private final RequestTemplate subscribe;
    private final boolean logsOn;
    private final RequestValues values = new RequestValues();
    private final RequestId id = new RequestId();
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private int upGeneration;

    WsApi(
            SessionContext context,
            RequestLedger ledger,
            RestOrders orders,
            AnswerFollowUp followUp,
            UserEvents userEvents) {
        this.context = context;
        this.ledger = ledger;
        this.orders = orders;
        this.followUp = followUp;
        this.userEvents = userEvents;
        this.responses = context.responses();
        this.logsOn = Signers.isEd25519(context.key());
        this.proofs = new RequestEncoder(Signers.of(context.key()));
        SpotRequests spot = new SpotRequests(context.profile(Channel.SESSION));
        UsdmRequests usdm = new UsdmRequests(context.profile(Channel.SESSION));
        this.logon = context.isSpot() ? spot.logon() : usdm.logon();
        this.subscribe = logsOn ? spot.subscribe() : spot.subscribeSigned();
    }

    @Override
    public void onOpen(Session session) {
        if (logsOn) {
            send(session, STEP_LOGON, proofs, logon);
        } else {
            subscribeOrReady(session);
        }
    }

    @Override
    public void onUp(Session session) {
        upGeneration = session.generation();
        context.status().connection(StreamKind.ORDER_ENTRY, ConnectionState.UP, "");
        if (context.isSpot()) {
            userEvents.onUp();
        }
    }

    @Override
    public void onFrame(Session session, Frame frame) {
        UserDataOutcome event =
                userEvents.onFrame(session, frame.buffer(), frame.offset(), frame.length(), frame.receivedNs());
        if (event == UserDataOutcome.RESPONSE) {
            onAnswer(session, frame);
        }
    }

    @Override
    public void onDown(Session session, SocketEnd end) {
        ledger.giveUpSession(session.generation(), request -> orders.answerLost(request, "CONNECTION_LOST"));
        if (session.generation() == upGeneration) {
            context.status()
                    .connection(
                            StreamKind.ORDER_ENTRY,
                            ConnectionState.DOWN,
                            end.cause().name());
            if (context.isSpot()) {
                userEvents.onDown(end.cause().name());
            }
        }
    }

    private void onAnswer(Session session, Frame frame) {
        ResponseOutcome outcome = responses.decode(frame.buffer(), frame.offset(), frame.length(), frame.receivedNs());
        RequestId request = responses.requestId();
        if (request.kind() == RequestId.SESSION) {
            onStepAnswered(session, request.orderId());
        } else if (request.kind() != 0) {
            note(ledger.complete(request));
        }
        if (responses.rateCounts().size() > 0) {
            long venueNs = context.clock().venueNs();
            long sentNs = request.kind() == RequestId.SESSION ? 0 : ledger.sentNs(request);
            context.budget().learn(responses.rateCounts(), sentNs == 0 ? venueNs : sentNs, venueNs);
        }
        followUp.onOutcome(responses, outcome, orders);
    }

    private void note(Completion completion) {
        switch (completion) {
            case LATE -> context.counters().increment(SessionCounter.ANSWERS_LATE);
            case UNKNOWN -> context.counters().increment(SessionCounter.ANSWERS_UNKNOWN);
            case IN_TIME -> {}
        }
    }

    private void onStepAnswered(Session session, long number) {
        if (number >>> STEP_BITS != session.generation()) {
            return;
        }
        if (!responses.isSuccess()) {
            context.status().error(responses.code(), "LOGON_REFUSED", responses.text());
            session.close("refused by the venue");
        } else if ((number & 3) == STEP_LOGON) {
            subscribeOrReady(session);
        } else {
            session.ready();
        }
    }

    private void subscribeOrReady(Session session) {
        if (context.isSpot()) {
            send(session, STEP_SUBSCRIBE, logsOn ? plain : proofs, subscribe);
        } else {
            session.ready();
        }
    }

    private void send(Session session, int step, RequestEncoder encoder, RequestTemplate request) {
        values.timestampMs(context.clock().timestampMs());
        id.set(RequestId.SESSION, (long) session.generation() << STEP_BITS | step, 0, 0);
        TextBuffer text = encoder.encodeFrame(request, values, id);
        buffer.wrap(text.array());
        if (!session.send(true, buffer, 0, text.length()).isAccepted()) {
            session.close("cannot send");
        }
    }
}
