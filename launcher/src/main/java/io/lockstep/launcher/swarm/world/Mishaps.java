package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ResourceLevel;
import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.line.MarketFeed;
import io.lockstep.launcher.swarm.line.PrivateStream;
import io.lockstep.launcher.swarm.line.Records;
import io.lockstep.launcher.swarm.machine.Agenda;
import io.lockstep.launcher.swarm.venue.OrderWish;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;

/** What happens a few times an hour: rolls once a minute for each and lets it happen somewhere in that minute. */
final class Mishaps {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long MINUTE = 60 * SECOND;
    private static final long LONGEST_STEP_NS = 2 * SECOND;
    private static final long LOT = 100_000;
    private static final long FEW_GIGABYTES = 3L << 30;

    private final Agenda agenda;
    private final FaultDice dice;
    private final Host host;
    private final VenueLedger ledger;
    private final Records records;
    private final Parts parts;

    Mishaps(Agenda agenda, FaultDice dice, Host host, VenueLedger ledger, Records records, Parts parts) {
        this.agenda = agenda;
        this.dice = dice;
        this.host = host;
        this.ledger = ledger;
        this.records = records;
        this.parts = parts;
    }

    /** What can be struck. */
    record Parts(PrivateStream stream, MarketFeed market, AlertSink alerts, Operators operators) {}

    /** Begins to roll. */
    void start() {
        maybe(Feature.STREAM_CUT, parts.stream()::cut);
        maybe(Feature.SILENT_MARKET, parts.market()::silence);
        maybe(Feature.CLOCK_STEP, this::stepClock);
        maybe(Feature.DISK_SHORT, this::runShort);
        maybe(Feature.ALERT_SINK_DOWN, this::loseSink);
        maybe(Feature.OPERATOR, parts.operators()::whim);
        maybe(Feature.KILL, parts.operators()::kill);
        maybe(Feature.RESTART, parts.operators()::restart);
        maybe(Feature.MANUAL_ORDER, this::placeByHand);
        maybe(Feature.MANUAL_TRADE, this::tradeByHand);
        agenda.after(MINUTE, this::start);
    }

    /** Everything that lasts ends. */
    void heal() {
        parts.alerts().down(false);
        publish(records.disk(ResourceLevel.OK, 100 * FEW_GIGABYTES));
        sampleClock();
    }

    /** The venue's clock is asked for. */
    void sampleClock() {
        publish(records.clock(-host.clockOffsetNs(), MS));
    }

    private void maybe(Feature feature, Runnable mishap) {
        if (dice.strikes(feature)) {
            agenda.after(dice.upTo(feature, MINUTE), () -> {
                if (!dice.isHealed()) {
                    mishap.run();
                }
            });
        }
    }

    private void stepClock() {
        host.clockOffsetNs(dice.upTo(Feature.CLOCK_STEP, 2 * LONGEST_STEP_NS) - LONGEST_STEP_NS);
        agenda.after(dice.upTo(Feature.CLOCK_STEP, 2 * SECOND), this::sampleClock);
        agenda.after(10 * SECOND + dice.upTo(Feature.CLOCK_STEP, 30 * SECOND), () -> {
            host.clockOffsetNs(0);
            sampleClock();
        });
    }

    private void runShort() {
        publish(records.disk(ResourceLevel.LOW, FEW_GIGABYTES / 2));
        agenda.after(
                5 * SECOND + dice.upTo(Feature.DISK_SHORT, 25 * SECOND),
                () -> publish(records.disk(ResourceLevel.OK, 100 * FEW_GIGABYTES)));
    }

    private void loseSink() {
        parts.alerts().down(true);
        agenda.after(
                dice.upTo(Feature.ALERT_SINK_DOWN, 2 * MINUTE),
                () -> parts.alerts().down(false));
    }

    private void placeByHand() {
        int id = (int) dice.upTo(Feature.MANUAL_ORDER, 2);
        ledger.at(agenda.nowNs());
        long price = ledger.bid(id) - ledger.bid(id) / 50;
        VenueOrder order = ledger.place(byHand(id, false, price / LOT * LOT), agenda.nowNs());
        agenda.after(10 * SECOND + dice.upTo(Feature.MANUAL_ORDER, MINUTE), () -> {
            ledger.at(agenda.nowNs());
            ledger.cancel(order);
        });
    }

    private void tradeByHand() {
        ledger.at(agenda.nowNs());
        ledger.place(byHand((int) dice.upTo(Feature.MANUAL_TRADE, 2), true, FixedPoint.NULL), agenda.nowNs());
    }

    private OrderWish byHand(int instrumentId, boolean market, long price) {
        return new OrderWish(
                VenueOrder.FOREIGN, 0, instrumentId, true, market, price, FixedPoint.NULL, 10 * LOT, false);
    }

    private void publish(byte[] record) {
        host.deliver(host.generation(), record);
    }
}
