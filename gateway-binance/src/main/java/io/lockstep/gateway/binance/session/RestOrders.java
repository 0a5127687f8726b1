package io.lockstep.gateway.binance.session;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.KillRequest;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.execution.ResponseDecoder;
import io.lockstep.gateway.binance.execution.ResponseOutcome;
import io.lockstep.gateway.binance.orderentry.CommandEncoder;
import io.lockstep.gateway.binance.orderentry.LastLook;
import io.lockstep.gateway.binance.orderentry.OrderFacts;
import io.lockstep.gateway.binance.orderentry.request.RequestEncoder;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.rest.RestClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.ratelimit.Priority;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands to REST where the socket is down or does not offer them, and publishes what is said here rather than by the venue:
 * refusals, lost answers. {@link #submit}, {@link #refuse}, {@link #answerLost} and {@link #askSoon} may be called from any thread and only
 * hand over to the orders thread.
 */
final class RestOrders {
    private static final long ASK_AFTER_MS = 1_000;
    private static final long NS_PER_MS = 1_000_000;

    private final SessionContext context;
    private final RestClient client;
    private final CommandEncoder encoder;
    private final ResponseDecoder responses;
    private final AnswerFollowUp followUp;
    private final ScheduledExecutorService thread;
    private final long countdownMs;
    private final LastLook lastLook;
    private final RequestEncoder unsigned = new RequestEncoder(null);
    private final OrderFacts facts = new OrderFacts();
    private final RequestId id = new RequestId();

    /**
     * Makes a sender and writes its templates.
     *
     * @param countdownMs the venue's countdown where a command names none, milliseconds
     */
    RestOrders(
            SessionContext context,
            RestClient client,
            AnswerFollowUp followUp,
            ScheduledExecutorService thread,
            long countdownMs) {
        this.context = context;
        this.client = client;
        this.followUp = followUp;
        this.thread = thread;
        this.countdownMs = countdownMs;
        this.responses = context.responses();
        this.lastLook = new LastLook(context.instruments());
        this.encoder = new CommandEncoder(
                context.product(),
                context.profile(Channel.REST),
                context.instruments(),
                context.requests().stp(),
                context.runId());
    }

    /** Sends a command by REST; it is copied. */
    void submit(OrderCommandDecoder command) {
        byte[] copy = new byte[OrderCommandDecoder.BLOCK_LENGTH];
        command.buffer().getBytes(command.offset(), copy, 0, copy.length);
        thread.execute(() -> send(new OrderCommandDecoder()
                .wrap(
                        new UnsafeBuffer(copy),
                        0,
                        OrderCommandDecoder.BLOCK_LENGTH,
                        OrderCommandDecoder.SCHEMA_VERSION)));
    }

    /** Reports that a request was not sent. */
    void refuse(RequestId request, String reason) {
        RequestId copy = new RequestId().set(request);
        thread.execute(
                () -> concluded(responses.notSent(copy, reason, context.clock().nowNs())));
    }

    /** Stops everything: an order was about to leave that says something else than its command. It is reported as not sent. */
    void kill(RequestId request, String differs) {
        RequestId copy = new RequestId().set(request);
        thread.execute(() -> killed(copy, differs));
    }

    /** Reports that a request's answer will not come. */
    void answerLost(RequestId request, String why) {
        RequestId copy = new RequestId().set(request);
        thread.execute(() -> {
            context.counters().increment(SessionCounter.ANSWERS_LOST);
            concluded(responses.answerLost(copy, why, context.clock().nowNs()));
        });
    }

    /** Asks for an order after a moment in which the user stream may tell by itself. */
    void askSoon(RequestId about) {
        RequestId question =
                new RequestId().set(RequestId.QUERY, about.orderId(), about.strategyId(), about.instrumentId());
        var unused = thread.schedule(() -> ask(question), ASK_AFTER_MS, TimeUnit.MILLISECONDS);
    }

    private void send(OrderCommandDecoder command) {
        switch (command.action()) {
            case NEW -> sendOne(command, RequestId.NEW, command.orderId());
            case REPLACE -> sendOne(command, RequestId.REPLACE, command.orderId());
            case CANCEL -> sendOne(command, RequestId.CANCEL, command.originalOrderId());
            case QUERY -> sendOne(command, RequestId.QUERY, CommandSender.queried(command));
            case CANCEL_ALL, ARM_COUNTDOWN -> sendForInstruments(command);
            case NULL_VAL -> context.counters().increment(SessionCounter.REFUSED_NOT_OFFERED);
        }
    }

    private void sendOne(OrderCommandDecoder command, char kind, long subject) {
        id.set(kind, subject, command.strategyId(), command.instrumentId());
        context.directory().find(kind == RequestId.REPLACE ? command.originalOrderId() : subject, facts);
        RequestTemplate request = encoder.prepare(command, facts);
        boolean cancel = command.action() == OrderAction.CANCEL;
        if (request == null) {
            context.counters().increment(SessionCounter.REFUSED_NOT_OFFERED);
            concluded(responses.notSent(id, encoder.refusal(), context.clock().nowNs()));
        } else if (client.tryAcquire(request.endpoint(), cancel ? Priority.CANCEL : Priority.ORDINARY) > 0) {
            context.counters().increment(SessionCounter.REFUSED_LIMIT);
            concluded(responses.notSent(id, "VENUE_LIMIT", context.clock().nowNs()));
        } else {
            String differs = lastLook.differsQuery(command, unsigned.encodeQuery(request, encoder.values()));
            if (differs == null) {
                CommandEncoder.register(command, request, context.directory());
                send(request, id);
            } else {
                context.counters().increment(SessionCounter.REFUSED_OTHERWISE);
                killed(id, differs);
            }
        }
    }

    private void killed(RequestId request, String differs) {
        concluded(
                responses.notSent(request, "ENCODED_OTHERWISE", context.clock().nowNs()));
        KillRequest.publish(
                context.publisher(),
                "last-look",
                "order=" + request.orderId() + " was written with another " + differs + " than was decided",
                context.clock().nowNs());
    }

    private void ask(RequestId question) {
        context.directory().find(question.orderId(), facts);
        RequestTemplate request = encoder.query(question.instrumentId(), facts);
        if (request != null && client.tryAcquire(request.endpoint(), Priority.ORDINARY) == 0) {
            send(request, question);
        } else {
            context.counters().increment(SessionCounter.REQUESTS_FAILED);
        }
    }

    private void sendForInstruments(OrderCommandDecoder command) {
        boolean countdown = command.action() == OrderAction.ARM_COUNTDOWN;
        long ms = countdownOf(command);
        for (Instrument instrument : context.instruments()) {
            if (command.instrumentId() < 0 || command.instrumentId() == instrument.id()) {
                if (countdown) {
                    sendAbout(instrument, encoder.countdown(instrument.id(), ms));
                } else {
                    sendAbout(instrument, encoder.cancelAll(instrument.id()));
                    if (!context.isSpot()) {
                        sendAbout(instrument, encoder.cancelAllConditional(instrument.id()));
                    }
                }
            }
        }
    }

    /** A time in the past disarms. */
    private long countdownOf(OrderCommandDecoder command) {
        long untilNs = command.expireTimeNs();
        return untilNs == FixedPoint.NULL
                ? countdownMs
                : Math.max(0, (untilNs - context.clock().nowNs()) / NS_PER_MS);
    }

    private void sendAbout(Instrument instrument, @Nullable RequestTemplate request) {
        id.set(RequestId.CANCEL_ALL, 0, 0, instrument.id());
        if (request == null) {
            context.counters().increment(SessionCounter.REFUSED_NOT_OFFERED);
            context.status().error(0, "NOT_OFFERED", instrument.symbol());
        } else if (client.tryAcquire(request.endpoint(), Priority.CANCEL) > 0) {
            context.counters().increment(SessionCounter.REFUSED_LIMIT);
            context.status().error(0, "VENUE_LIMIT", request.endpoint() + " " + instrument.symbol());
        } else {
            send(request, id);
        }
    }

    private void send(RequestTemplate request, RequestId about) {
        RequestId copy = new RequestId().set(about);
        context.counters().increment(SessionCounter.SENT_BY_REST);
        var unused = client.send(request, encoder.values())
                .thenAccept(outcome -> thread.execute(() -> conclude(copy, outcome)));
    }

    private void conclude(RequestId request, HttpOutcome outcome) {
        if (outcome instanceof HttpOutcome.Answered answered) {
            concluded(responses.decodeRest(
                    request,
                    answered.answer().status(),
                    answered.answer().body(),
                    answered.answer().receivedNs()));
        } else if (outcome instanceof HttpOutcome.NotSent) {
            concluded(responses.notSent(
                    request, RestClient.describe(outcome), context.clock().nowNs()));
        } else {
            context.counters().increment(SessionCounter.ANSWERS_LOST);
            concluded(responses.answerLost(
                    request, RestClient.describe(outcome), context.clock().nowNs()));
        }
    }

    private void concluded(ResponseOutcome outcome) {
        followUp.onOutcome(responses, outcome, this);
    }
}
