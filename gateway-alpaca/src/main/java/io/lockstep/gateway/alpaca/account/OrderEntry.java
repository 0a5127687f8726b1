package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.gateway.alpaca.execution.AccountExecution;
import io.lockstep.gateway.alpaca.execution.RestAnswers;
import io.lockstep.gateway.alpaca.execution.SentOrder;
import io.lockstep.gateway.alpaca.execution.refusal.RestError;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ratelimit.Priority;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.agrona.concurrent.EpochNanoClock;

/**
 * What every kind of order request needs: the way out, the ids, the reports, and time. One thread.
 */
final class OrderEntry {
    final RestRequests requests = new RestRequests();
    final Delays delays = new Delays();
    final ClientOrderIds ids;
    final AccountExecution execution;
    final AccountCounters counters;
    private final int accountId;
    private final RestClient rest;
    private final VenueStatus status;
    private final EpochNanoClock clock;
    private final Executor thread;

    OrderEntry(AccountParts parts, AccountExecution execution, AccountCounters counters, Executor thread) {
        this.ids = new ClientOrderIds(parts.runId());
        this.execution = execution;
        this.counters = counters;
        this.accountId = parts.accountId();
        this.rest = parts.rest();
        this.status = parts.status();
        this.clock = parts.clock();
        this.thread = thread;
    }

    RestAnswers answers() {
        return execution.answers();
    }

    long nowNs() {
        return clock.nanoTime();
    }

    void send(RestRequest request, Priority priority, Consumer<RestReply> handler) {
        rest.send(request, priority, thread, handler);
    }

    void later(long delayNs, Runnable task) {
        counters.count(AccountEvent.REPEATED);
        delays.add(nowNs() + delayNs, task);
    }

    /** Answers a request of which certainly nothing left. */
    void refuse(SentOrder sent, ExecType refusal, String why) {
        counters.count(AccountEvent.REFUSED);
        answers().notSent(sent, refusal, why, nowNs());
    }

    /** Stops everything: a request was about to leave that says something else than its command. It is answered as not sent. */
    void kill(SentOrder sent, ExecType refusal, String differs) {
        refuse(sent, refusal, "ENCODED_OTHERWISE");
        status.kill("order=" + sent.orderId() + " was written with another " + differs + " than was decided");
    }

    /** Answers a request of which the outcome is not known. */
    void lose(SentOrder sent, String why) {
        counters.count(AccountEvent.UNKNOWN_OUTCOMES);
        answers().lost(sent, why, nowNs());
    }

    /** Tells a person where the venue's last error says that trading must stop. */
    void alarm() {
        RestError error = answers().error();
        if (error.advice() == RestError.Advice.STOP) {
            tell(answers().errorCode(), error.name(), answers().errorMessage());
        }
    }

    void tell(int venueCode, String word, String detail) {
        status.error(accountId, venueCode, word, detail);
    }
}
