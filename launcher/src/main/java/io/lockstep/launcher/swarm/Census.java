package io.lockstep.launcher.swarm;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.invariant.Findings;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import io.lockstep.launcher.swarm.world.WorldObserver;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Counts what happens in a world. */
final class Census implements WorldObserver {
    private final Tally tally = new Tally();
    private final Set<Long> unknown = new HashSet<>();
    private long events;
    private long fills;

    /** The counts, with what struck and what was checked. */
    Tally tally(FaultDice dice, Findings findings, long virtualSeconds) {
        tally.add("events", events);
        tally.add("fills", fills);
        tally.add("virtual seconds", virtualSeconds);
        for (Feature feature : Feature.values()) {
            if (!feature.isProperty()) {
                tally.add("fault " + feature.name().toLowerCase(Locale.ROOT), dice.struck(feature));
            }
        }
        for (Invariant invariant : Invariant.values()) {
            tally.add("checked " + invariant, findings.checks(invariant));
        }
        return tally;
    }

    @Override
    public void onStarted(Engine engine) {
        tally.add("starts", 1);
    }

    @Override
    public void onLatched() {
        tally.add("starts refused by the latch", 1);
    }

    @Override
    public void onDied(String where) {
        tally.add("deaths " + where.toLowerCase(Locale.ROOT), 1);
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        events++;
        if (engine.risk().gateState().exposure().total().unknownOrders() == 0) {
            unknown.clear();
            return;
        }
        for (Order order = engine.risk().orders().firstOpen();
                order != null;
                order = engine.risk().orders().nextOpen(order)) {
            if (order.state() == OrderState.UNKNOWN && unknown.add(order.orderId())) {
                tally.add("unknown outcomes", 1);
            }
        }
    }

    @Override
    public void onSend(OrderCommandDecoder command) {
        tally.add("sent " + command.action().name().toLowerCase(Locale.ROOT), 1);
    }

    @Override
    public void onAccepted(VenueOrder order) {
        tally.add("orders accepted", 1);
    }

    @Override
    public void onFill(VenueFill fill) {
        fills++;
    }
}
