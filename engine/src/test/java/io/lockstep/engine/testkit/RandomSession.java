package io.lockstep.engine.testkit;

import static io.lockstep.engine.testkit.TestInstruments.e8;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Drives an engine through a random session: quotes, trades, books in one and several parts, gaps, timers, operators, and a venue that answers
 * what it is sent, late, twice, out of order or not at all, and sometimes talks nonsense. The same seed gives the same session as long as the
 * engine decides the same.
 */
public final class RandomSession {
    private static final ExecType[] ANSWERS = {
        ExecType.ACCEPTED,
        ExecType.ACCEPTED,
        ExecType.ACCEPTED,
        ExecType.FILL,
        ExecType.FILL,
        ExecType.FILL,
        ExecType.CANCELED,
        ExecType.REJECTED,
        ExecType.EXPIRED,
        ExecType.CANCEL_REJECTED,
        ExecType.REPLACED,
        ExecType.REPLACE_REJECTED,
        ExecType.OUTCOME_UNKNOWN,
        ExecType.PRESUMED_ABSENT,
        ExecType.TRIGGERED
    };

    private final SplittableRandom random;
    private final Events events;
    private final FakeOrderGateway gateway;
    private final List<SentCommand> orders = new ArrayList<>();
    private final long[] prices = {e8("100"), e8("50")};
    private int seen;
    private long execIds;

    /** A session over an engine that is live. */
    public RandomSession(long seed, EngineHarness engine) {
        random = new SplittableRandom(seed);
        events = engine.events();
        gateway = engine.gateway();
        events.balance(0, "USDT", e8("1000000"), 0, true);
    }

    /** A session over the engine of the next epoch, with a venue that still answers what this one was sent. */
    public RandomSession goOn(long seed, EngineHarness next) {
        RandomSession session = new RandomSession(seed, next);
        session.orders.addAll(orders);
        session.execIds = execIds;
        return session;
    }

    /** Publishes that many more events; the engine adds its own. */
    public RandomSession run(int count) {
        for (int i = 0; i < count; i++) {
            step();
            takeCommands();
        }
        return this;
    }

    private void step() {
        events.at(events.timeNs() + random.nextLong(1, 200_000_000));
        int instrument = random.nextInt(2);
        prices[instrument] += (random.nextInt(21) - 10) * e8("0.01");
        int choice = random.nextInt(100);
        if (choice < 35) {
            quote(instrument);
        } else if (choice < 50) {
            trade(instrument);
        } else if (choice < 65) {
            depth();
        } else if (choice < 90) {
            answer();
        } else if (choice < 96) {
            events.timer();
        } else {
            rare(instrument);
        }
    }

    private void quote(int instrument) {
        long bid = prices[instrument];
        events.quote(instrument, bid, random.nextLong(1, e8("5")), bid + e8("0.02"), random.nextLong(1, e8("5")));
    }

    private void trade(int instrument) {
        long late = random.nextInt(10) == 0 ? random.nextLong(3_000_000_000L) : 0;
        events.trade(instrument, prices[instrument], random.nextLong(1, e8("2")), events.timeNs() - late);
    }

    private void depth() {
        long bid = prices[0];
        long[] bids = {bid, random.nextLong(e8("3")), bid - e8("0.01"), e8("1"), bid - e8("0.02"), 0};
        long[] asks = {bid + e8("0.01"), e8("2"), bid + e8("0.05"), random.nextLong(e8("3"))};
        switch (random.nextInt(8)) {
            case 0 -> events.snapshot(0, bids, asks);
            case 1 -> {
                events.depth(0, DepthKind.SNAPSHOT, 0, false, bids, asks);
                events.depth(0, DepthKind.SNAPSHOT, random.nextInt(1, 3), true, new long[0], asks);
            }
            case 2 -> events.depth(0, DepthKind.DELTA, random.nextInt(2), random.nextBoolean(), bids, asks);
            case 3 -> events.gap(0);
            default -> events.delta(0, bids, asks);
        }
    }

    private void answer() {
        if (orders.isEmpty() || random.nextInt(12) == 0) {
            nonsense();
            return;
        }
        SentCommand order = orders.get(Math.max(0, orders.size() - 1 - random.nextInt(20)));
        ExecType type = ANSWERS[random.nextInt(ANSWERS.length)];
        long part = type == ExecType.FILL ? Math.max(1, order.quantity() / random.nextInt(1, 4)) : 0;
        // an execution id that came before is a repetition
        long execId = random.nextInt(10) == 0 ? execIds : ++execIds;
        events.report(type, order)
                .fill(prices[order.instrumentId()], part, part, order.quantity() - part)
                .fee(part == 0 ? 0 : part / 1_000, "USDT")
                .execId(execId)
                .publish();
    }

    private void nonsense() {
        ExecType type = ExecType.values()[random.nextInt(ExecType.values().length)];
        Side side = Side.values()[random.nextInt(Side.values().length)];
        int[] ids = {-1, 0, 1, 2, 99, Integer.MIN_VALUE, Integer.MAX_VALUE};
        events.report(
                        type,
                        random.nextInt(3) == 0 ? FixedPoint.NULL : random.nextLong(200_000),
                        ids[random.nextInt(ids.length)],
                        ids[random.nextInt(ids.length)],
                        ids[random.nextInt(ids.length)],
                        side)
                .fill(random.nextLong(-5, e8("100")), random.nextLong(-5, e8("1")), 0, 0)
                .execId(++execIds)
                .publish();
    }

    private void rare(int instrument) {
        switch (random.nextInt(12)) {
            case 0 -> events.command(OperatorAction.REDUCE, ScopeKind.STRATEGY, 1 + random.nextInt(2));
            case 1, 2 -> events.command(OperatorAction.RESUME, ScopeKind.STRATEGY, 1 + random.nextInt(2));
            case 3 -> events.command(OperatorAction.CANCEL_ALL, ScopeKind.INSTRUMENT, instrument);
            case 4 -> events.command(OperatorAction.DISABLE_STRATEGY, ScopeKind.STRATEGY, 2);
            case 5, 6 -> events.command(OperatorAction.ENABLE_STRATEGY, ScopeKind.STRATEGY, 2);
            case 7 -> events.status(instrument, TradingStatusKind.HALTED);
            case 8, 9 -> events.status(instrument, TradingStatusKind.TRADING);
            case 10 -> events.balance(random.nextInt(3) - 1, "USDT", e8("5"), 0, random.nextBoolean());
            default -> events.mark(instrument, prices[instrument]);
        }
    }

    private void takeCommands() {
        List<SentCommand> commands = gateway.commands();
        for (; seen < commands.size(); seen++) {
            OrderAction action = commands.get(seen).action();
            if (action == OrderAction.NEW || action == OrderAction.REPLACE) {
                orders.add(commands.get(seen));
            }
        }
    }
}
