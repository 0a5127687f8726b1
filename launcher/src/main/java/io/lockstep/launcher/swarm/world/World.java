package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.line.Line;
import io.lockstep.launcher.swarm.line.ListReader;
import io.lockstep.launcher.swarm.line.MarketFeed;
import io.lockstep.launcher.swarm.line.PrivateStream;
import io.lockstep.launcher.swarm.line.Records;
import io.lockstep.launcher.swarm.line.Site;
import io.lockstep.launcher.swarm.line.Wire;
import io.lockstep.launcher.swarm.machine.Agenda;
import io.lockstep.launcher.swarm.machine.EngineProcess;
import io.lockstep.launcher.swarm.machine.Workmanship;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueListener;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/**
 * Everything one seed decides: the engine's process on its host, a venue, the line between them, a market, people. It runs through three phases.
 *
 * <pre>
 *   safety ── faults strike ──► heal ── none; strategies trade ──► rest ── strategies only cancel ──► end
 *            (480 s)                  (60 s, then onRecovered)           (75 s, then onEnd)
 * </pre>
 *
 * <p>Same plan, same bytes: nothing here reads a clock or a random source of the machine. One thread.
 */
public final class World {
    /** From the end of the faults to when the engine must run, or stand with a reason, seconds. */
    public static final int RECOVERY_SECONDS = 60;

    private static final int REST_SECONDS = 75;
    private static final int DRILL_SECONDS = 5;
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long DAY = 86_400 * SECOND;
    private static final long FIRST_DAY = 1_793_577_600L * SECOND;
    private static final long BEFORE_MIDNIGHT = DAY - 180 * SECOND;
    private static final long TIMER_NS = SECOND;
    private static final long CLOCK_SAMPLE_NS = 15 * SECOND;
    /** What the account begins with, quote asset, E8. */
    public static final long OPENING_CASH = 100_000 * FixedPoint.ONE;

    private final FaultPlan plan;
    private final Workmanship workmanship;
    private final Agenda agenda;
    private final FaultDice dice;
    private final WorldSetup setup;
    private final Observers observers;
    private final Records records;
    private final VenueLedger ledger;
    private final PrivateStream stream;
    private final MarketFeed market;
    private final Host host;
    private final Operators operators;
    private final Mishaps mishaps;
    private final AlertSink alerts;
    private final long healNs;
    private int starts;

    /**
     * A world that has not begun.
     *
     * @param watchers observe it, in this order
     */
    public World(FaultPlan plan, Workmanship workmanship, List<? extends WorldObserver> watchers) {
        this.plan = plan;
        this.workmanship = workmanship;
        SplittableRandom random = new SplittableRandom(~plan.seed());
        agenda = new Agenda(FIRST_DAY + (random.nextInt(8) == 0 ? BEFORE_MIDNIGHT : random.nextLong(DAY / 2)));
        dice = new FaultDice(plan);
        healNs = agenda.nowNs() + plan.safetySeconds() * SECOND;
        setup = new WorldSetup(plan, healNs + RECOVERY_SECONDS * SECOND);
        records = new Records(setup.venue());
        alerts = new AlertSink(agenda, records);
        List<WorldObserver> all = new ArrayList<>(watchers);
        all.add(alerts);
        observers = new Observers(all);
        LateLine late = new LateLine();
        host = new Host(agenda, dice, setup, late, workmanship, observers);
        Site site =
                new Site(agenda, dice, random.split(), host, setup.instruments().size());
        Wire wire = new Wire(setup.venue(), setup.instruments(), host);
        stream = new PrivateStream(site, records, wire);
        ledger = new VenueLedger(setup.instruments(), OPENING_CASH, new Venues(observers, stream));
        ListReader lists = new ListReader(site, ledger, stream, records);
        late.line = new Line(site, ledger, wire, lists, records);
        market = new MarketFeed(site, setup.instruments(), ledger, records, WorldSetup.openingPrices());
        operators =
                new Operators(agenda, dice, host, ledger, records, setup.venue().value());
        mishaps =
                new Mishaps(agenda, dice, host, ledger, records, new Mishaps.Parts(stream, market, alerts, operators));
    }

    /**
     * Runs it to its end.
     *
     * @param stop asked after each task whether enough was seen
     */
    public void run(BooleanSupplier stop) {
        observers.onBegin(this);
        host.listen(this::started, stream::disconnect);
        market.start();
        operators.start();
        mishaps.start();
        alerts.run(host);
        agenda.after(0, this::tick);
        agenda.after(CLOCK_SAMPLE_NS, this::sampleClock);
        host.startIn(0, false);
        if (runTo(healNs, stop)) {
            heal();
            if (runTo(healNs + RECOVERY_SECONDS * SECOND, stop)) {
                observers.onRecovered();
                if (!stop.getAsBoolean() && runTo(healNs + (RECOVERY_SECONDS + REST_SECONDS) * SECOND, stop)) {
                    observers.onEnd();
                }
            }
        }
    }

    /** The plan. */
    public FaultPlan plan() {
        return plan;
    }

    /** What strikes. */
    public FaultDice dice() {
        return dice;
    }

    /** What the engine is built from. */
    public WorldSetup setup() {
        return setup;
    }

    /** A set-up for one more engine, with strategies of its own. */
    public EngineSetup freshSetup() {
        return setup.build(workmanship);
    }

    /** The engine's process. */
    public EngineProcess process() {
        return host.process();
    }

    /** The venue's books. */
    public VenueLedger ledger() {
        return ledger;
    }

    /** How often an operator has killed the engine. */
    public int kills() {
        return operators.kills();
    }

    /** True time, UTC, nanoseconds. */
    public long nowNs() {
        return agenda.nowNs();
    }

    /** The host's clock, UTC, nanoseconds. */
    public long clockNs() {
        return host.clockNs();
    }

    private boolean runTo(long timeNs, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            if (!agenda.next(timeNs)) {
                return true;
            }
        }
        return false;
    }

    private void heal() {
        dice.heal();
        host.heal();
        mishaps.heal();
        for (VenueOrder order : List.copyOf(ledger.open())) {
            if (order.isForeign()) {
                ledger.at(agenda.nowNs());
                ledger.cancel(order);
            }
        }
        switch ((int) (plan.seed() % 4)) {
            case 0 -> operators.reset();
            case 1 -> agenda.after((RECOVERY_SECONDS - DRILL_SECONDS) * SECOND, operators::drill);
            default -> {}
        }
    }

    private void started() {
        // the first event may be its last
        List<OpenOrder> left = host.process().engine().risk().orders().listAtVenues();
        host.deliver(host.generation(), records.engineStart(++starts));
        stream.connect(left);
        mishaps.sampleClock();
    }

    private void tick() {
        host.deliver(host.generation(), records.timer(TIMER_NS));
        agenda.after(TIMER_NS, this::tick);
    }

    private void sampleClock() {
        mishaps.sampleClock();
        agenda.after(CLOCK_SAMPLE_NS, this::sampleClock);
    }

    /** Host and line need each other: the line comes after the host. */
    private static final class LateLine implements OrderGateway {
        private OrderGateway line = command -> {};

        @Override
        public void send(OrderCommandDecoder command) {
            line.send(command);
        }
    }

    /** The venue's events go to the observers first, then on their way. */
    private record Venues(VenueListener first, VenueListener second) implements VenueListener {
        @Override
        public void onAccepted(VenueOrder order) {
            first.onAccepted(order);
            second.onAccepted(order);
        }

        @Override
        public void onFill(VenueFill fill) {
            first.onFill(fill);
            second.onFill(fill);
        }

        @Override
        public void onCanceled(VenueOrder order) {
            first.onCanceled(order);
            second.onCanceled(order);
        }

        @Override
        public void onReplaced(VenueOrder order) {
            first.onReplaced(order);
            second.onReplaced(order);
        }

        @Override
        public void onTriggered(VenueOrder order) {
            first.onTriggered(order);
            second.onTriggered(order);
        }
    }
}
