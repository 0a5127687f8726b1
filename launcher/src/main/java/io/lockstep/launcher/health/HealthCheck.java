package io.lockstep.launcher.health;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import java.util.ArrayList;
import java.util.List;

/**
 * Says whether an engine can trade, each red with its reason. A process that is up proves nothing: each check is about something that was
 * seen to happen.
 */
public final class HealthCheck {
    private static final long NS_PER_MS = 1_000_000;

    private final ControlFile control;
    private final Gauges gauges;
    private final Counters counters;
    private final HealthLimits limits;
    private final long nowMs;
    private final List<Check> checks = new ArrayList<>();

    private HealthCheck(ControlFile control, HealthLimits limits, long nowMs) {
        this.control = control;
        this.limits = limits;
        this.nowMs = nowMs;
        gauges = control.gauges();
        counters = control.counters();
    }

    /**
     * Looks at an engine.
     *
     * @param sign what is seen of its process
     * @param latched whether any copy of its kill latch is set
     * @param nowMs wall clock, UTC, ms
     */
    public static List<Check> of(ControlFile control, Sign sign, boolean latched, HealthLimits limits, long nowMs) {
        HealthCheck health = new HealthCheck(control, limits, nowMs);
        health.engine(sign, latched);
        health.data();
        health.orders();
        health.keeping();
        return health.checks;
    }

    private void engine(Sign sign, boolean latched) {
        long beat = nowMs - control.heartbeatMs();
        add("process", sign == Sign.ALIVE, sign == Sign.ALIVE ? "pid " + control.pid() : "engine is " + word(sign));
        add("heartbeat", beat <= limits.heartbeatMs(), aged("last", control.heartbeatMs()));
        boolean live = gauges.get(Gauge.LIVE) == 1;
        add("live", live, live ? "handles live events" : "has not gone live");
        add("latch", !latched, latched ? "the kill latch is set" : "clear");
        TradingState state = TradingState.get((short) gauges.get(Gauge.TRADING_STATE));
        add("state", state == TradingState.RUN, "trading state " + state);
    }

    private void data() {
        long subscriptions = gauges.get(Gauge.SUBSCRIPTIONS);
        add("subscriptions", subscriptions > 0, subscriptions + " instruments");
        add("marketConnections", gauges.get(Gauge.MARKET_DOWN) == 0, gauges.get(Gauge.MARKET_DOWN) + " down");
        fresh("market", Gauge.MARKET_MS, limits.marketMs());
        bar();
        checks.add(Check.green("decision", aged("last", gauges.get(Gauge.DECISION_MS))));
    }

    private void bar() {
        long sinceStart = nowMs - control.startedMs();
        if (limits.barMs() == 0) {
            checks.add(Check.green("bar", "no bars are built"));
        } else if (gauges.get(Gauge.BAR_MS) == 0 && sinceStart <= limits.barMs()) {
            checks.add(Check.green("bar", "none yet, started " + sinceStart + " ms ago"));
        } else {
            fresh("bar", Gauge.BAR_MS, limits.barMs());
        }
    }

    private void orders() {
        long down = gauges.get(Gauge.ORDER_ENTRY_DOWN);
        long sent = gauges.get(Gauge.SENT_MS);
        long answered = gauges.get(Gauge.ANSWER_MS);
        boolean overdue = sent > answered && nowMs - sent > limits.answerMs();
        String path = down > 0
                ? down + " connections down"
                : overdue
                        ? "not answered: " + aged("sent", sent)
                        : sent == 0 ? "connected, nothing sent yet" : aged("last answer", answered);
        add("orderPath", down == 0 && !overdue, path);
        long streams = gauges.get(Gauge.PRIVATE_DOWN);
        add("privateStream", streams == 0, streams + " not ready");
        long unknown = gauges.get(Gauge.UNKNOWN_ORDERS);
        add("unknownOrders", unknown == 0, unknown + " of " + gauges.get(Gauge.OPEN_ORDERS) + " open");
        reconciliation();
        conservation();
    }

    private void reconciliation() {
        if (limits.realAccounts() == 0) {
            checks.add(Check.green("reconciliation", "no account at a real venue"));
            return;
        }
        long open = gauges.get(Gauge.UNRECONCILED);
        boolean fresh = nowMs - gauges.get(Gauge.RECONCILED_MS) <= limits.reconciledMs();
        String found = open + " accounts open, " + aged("last", gauges.get(Gauge.RECONCILED_MS));
        add("reconciliation", open == 0 && fresh, found);
    }

    /** Nothing may vanish between a strategy and the gate, and every signal must have led somewhere. */
    private void conservation() {
        long intents = counters.get(Counter.INTENTS);
        long judged = counters.get(Counter.ACCEPTED) + counters.get(Counter.DENIED);
        long signals = counters.get(Counter.SIGNALS);
        long led = intents + counters.get(Counter.SUPPRESSED) + counters.get(Counter.INTENTS_OVERFLOWED);
        boolean kept = intents == judged && signals <= led;
        add(
                "conservation",
                kept,
                "signals " + signals + " against intents + suppressed " + led + ", intents " + intents
                        + " against accepted + denied " + judged);
    }

    private void keeping() {
        long journaled = counters.get(Counter.JOURNALED);
        long durable = gauges.get(Gauge.DURABLE);
        add("journal", journaled > 0, "durable through " + durable + " of " + control.sequence());
        long free = gauges.get(Gauge.DISK_FREE);
        add("disk", free >= limits.diskBytes(), (free >> 20) + " MiB free, least " + (limits.diskBytes() >> 20));
        clock();
        long dead = gauges.get(Gauge.ALERTS_DEAD);
        long lost = gauges.get(Gauge.ALERTS_OVERFLOWED);
        add(
                "alerts",
                dead == 0 && lost == 0,
                gauges.get(Gauge.ALERTS_PENDING) + " waiting, " + dead + " given up, " + lost + " beyond the queue");
    }

    private void clock() {
        if (limits.realAccounts() == 0) {
            checks.add(Check.green("clock", "no real venue to compare with"));
            return;
        }
        long offsetMs = Math.abs(gauges.get(Gauge.CLOCK_OFFSET_NS)) / NS_PER_MS;
        boolean measured = gauges.get(Gauge.CLOCK_MS) > 0;
        add(
                "clock",
                measured && offsetMs <= limits.clockMs(),
                measured
                        ? offsetMs + " ms from the venue's, " + aged("measured", gauges.get(Gauge.CLOCK_MS))
                        : "not measured");
    }

    private void fresh(String name, Gauge gauge, long mostMs) {
        long at = gauges.get(gauge);
        add(name, at > 0 && nowMs - at <= mostMs, aged("last", at) + ", at most " + mostMs + " ms");
    }

    private void add(String name, boolean ok, String reason) {
        checks.add(Check.of(name, ok, reason));
    }

    private String aged(String what, long atMs) {
        return atMs == 0 ? what + ": never" : what + ": " + (nowMs - atMs) + " ms ago";
    }

    private static String word(Sign sign) {
        return switch (sign) {
            case STOPPED -> "not running";
            case ALIVE -> "running";
            case HUNG -> "hung";
            case DEAD -> "dead";
        };
    }
}
