package io.lockstep.gateway.alpaca.feed;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.gateway.alpaca.marketdata.DataRequests;
import io.lockstep.gateway.alpaca.marketdata.HistoryDecoder;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.session.Channel;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ratelimit.Priority;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.IntToLongFunction;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Reads what a reconnect missed: trades, then minute bars, page by page from the earliest time at which an instrument was last seen. The
 * stream itself replays nothing. Ends by itself at its deadline. Network thread of the stream.
 */
final class GapFill {
    private static final long NOTHING = Long.MIN_VALUE;

    private final FeedPlan plan;
    private final RestClient rest;
    private final HistoryDecoder history;
    private final Executor thread;
    private final EpochNanoClock clock;
    private final Listener listener;
    private long deadlineNs;
    private long tradesSinceNs;
    private long barsSinceNs;
    private int attempt;
    private boolean running;

    GapFill(
            FeedPlan plan,
            RestClient rest,
            HistoryDecoder history,
            Executor thread,
            EpochNanoClock clock,
            Listener listener) {
        this.plan = plan;
        this.rest = rest;
        this.history = history;
        this.thread = thread;
        this.clock = clock;
        this.listener = listener;
    }

    boolean isRunning() {
        return running;
    }

    /** Begins, where there is something to fill and a way to ask for it; false where there is not. */
    boolean start(long nowNs) {
        DataRequests requests = plan.history();
        tradesSinceNs = plan.has(Channel.TRADES) ? earliest(history::lastTradeNs) : NOTHING;
        barsSinceNs = plan.has(Channel.BARS) ? earliest(history::lastBarNs) : NOTHING;
        if (requests == null || tradesSinceNs == NOTHING && barsSinceNs == NOTHING) {
            return false;
        }
        running = true;
        attempt++;
        deadlineNs = nowNs + plan.gapDeadlineNs();
        trades(requests, "");
        return true;
    }

    /** Forgets the answers under way: the stream is down again. */
    void cancel() {
        running = false;
        attempt++;
    }

    void onTick(long nowNs) {
        if (running && nowNs - deadlineNs >= 0) {
            fail("DEADLINE", "deadlineNs=" + plan.gapDeadlineNs());
        }
    }

    private void trades(DataRequests requests, String pageToken) {
        if (tradesSinceNs == NOTHING) {
            bars(requests, "");
            return;
        }
        ask(requests.trades(plan.symbols(), text(tradesSinceNs), pageToken), next -> {
            if (next.isEmpty()) {
                bars(requests, "");
            } else {
                trades(requests, next);
            }
        });
    }

    private void bars(DataRequests requests, String pageToken) {
        if (barsSinceNs == NOTHING) {
            filled();
            return;
        }
        ask(requests.bars(plan.symbols(), text(barsSinceNs), pageToken), next -> {
            if (next.isEmpty()) {
                filled();
            } else {
                bars(requests, next);
            }
        });
    }

    private void filled() {
        running = false;
        listener.onFilled();
    }

    private void ask(RestRequest request, NextPage then) {
        int asked = attempt;
        rest.send(request, Priority.ORDINARY, thread, reply -> {
            if (running && asked == attempt) {
                onReply(reply, then);
            }
        });
    }

    private void onReply(RestReply reply, NextPage then) {
        if (!reply.isSuccess()) {
            fail(reply.kind().name(), reply.detail());
            return;
        }
        String next = history.page(reply.body(), reply.body().length, reply.receivedNs());
        if (next.equals(HistoryDecoder.UNREADABLE)) {
            fail("UNREADABLE", "bytes=" + reply.body().length);
        } else {
            then.go(next);
        }
    }

    private void fail(String reason, String detail) {
        cancel();
        long nowNs = clock.nanoTime();
        plan.instruments().forEach(instrument -> history.gapLeft(instrument.id(), nowNs));
        listener.onLeft(reason, detail);
    }

    private long earliest(IntToLongFunction lastNs) {
        long earliest = NOTHING;
        for (Instrument instrument : plan.instruments()) {
            long last = lastNs.applyAsLong(instrument.id());
            if (last != NOTHING && (earliest == NOTHING || last < earliest)) {
                earliest = last;
            }
        }
        return earliest;
    }

    private static String text(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }

    /** Goes on with a page, or ends the list where its token is empty. */
    @FunctionalInterface
    private interface NextPage {
        void go(String token);
    }

    /** Told how it went, once for each {@link #start}. */
    interface Listener {
        /** Nothing is missing. */
        void onFilled();

        /** The gap stays; it has been reported for each instrument. */
        void onLeft(String reason, String detail);
    }
}
