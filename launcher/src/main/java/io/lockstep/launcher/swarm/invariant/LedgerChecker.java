package io.lockstep.launcher.swarm.invariant;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueBooks;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import io.lockstep.launcher.swarm.world.World;
import io.lockstep.launcher.swarm.world.WorldObserver;
import io.lockstep.launcher.swarm.world.WorldSetup;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** I2, I5, I6: what the venue's ledger may never hold, looked at after everything that happens there. */
final class LedgerChecker implements WorldObserver {
    private static final long SECOND = 1_000_000_000L;

    private final Findings findings;
    private final Set<Long> accepted = new HashSet<>();
    private @Nullable World world;
    private long beyond;
    private long overfilled;
    private long secondNs;
    private int inSecond;

    LedgerChecker(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void onBegin(World begun) {
        world = begun;
    }

    @Override
    public void onAccepted(VenueOrder order) {
        if (order.isForeign()) {
            beyond += order.quantity();
            return;
        }
        findings.require(
                Invariant.I2,
                accepted.add(order.wish().clientId()),
                () -> "accepted twice: order=" + order.wish().clientId());
        findings.require(
                Invariant.I5,
                order.quantity() <= FixedPoint.ONE,
                () -> "order larger than allowed: order=" + order.wish().clientId() + ", quantity="
                        + FixedPoint.format(order.quantity()));
        checkExposure(order.wish().instrumentId());
    }

    @Override
    public void onReplaced(VenueOrder order) {
        checkExposure(order.wish().instrumentId());
    }

    @Override
    public void onFill(VenueFill fill) {
        long over = fill.cumQty() - fill.order().quantity();
        beyond += Math.max(0, over);
        overfilled += Math.max(0, over);
        findings.require(
                Invariant.I6,
                over <= 0 || ledger().isOverfilling(),
                () -> "filled more than ordered: order=" + fill.orderId() + ", filled="
                        + FixedPoint.format(fill.cumQty()));
        checkExposure(fill.instrumentId());
    }

    /** What rests at the venue in the end must be known here to rest there. */
    @Override
    public void onEnd() {
        World seen = world;
        if (seen == null || !seen.process().isUp()) {
            return;
        }
        for (VenueOrder order : seen.ledger().open()) {
            Order ours = seen.process().engine().risk().orders().find(order.currentId());
            findings.require(
                    Invariant.I7,
                    order.isForeign() || ours != null && ours.state().isOpen(),
                    () -> "open at the venue, ended here: order=" + order.currentId() + ", state="
                            + (ours == null ? "none" : ours.state()));
        }
    }

    /** What people did by hand and what the venue filled too much is nothing the engine could have kept from happening. */
    private void checkExposure(int instrumentId) {
        VenueBooks books = ledger().books();
        long longest = books.position(instrumentId);
        long shortest = longest;
        int open = 0;
        for (VenueOrder order : ledger().open()) {
            boolean counts = !order.isForeign() && !order.wish().reduceOnly();
            open += order.isForeign() ? 0 : 1;
            if (counts && order.wish().instrumentId() == instrumentId) {
                longest += order.wish().buy() ? order.leavesQty() : 0;
                shortest -= order.wish().buy() ? 0 : order.leavesQty();
            }
        }
        long most = WorldSetup.MAX_POSITION + beyond;
        long least = books.isSpot() ? -overfilled : -most;
        long worstLong = longest;
        long worstShort = shortest;
        findings.require(
                Invariant.I5,
                worstLong <= most && worstShort >= least,
                () -> "exposure beyond its limit: instrument=" + instrumentId + ", long at worst="
                        + FixedPoint.format(worstLong) + ", short at worst=" + FixedPoint.format(worstShort)
                        + ", limit=" + FixedPoint.format(WorldSetup.MAX_POSITION));
        int openNow = open;
        int mostOpen = begun().setup().maxOpenOrders();
        findings.require(
                Invariant.I5,
                openNow <= mostOpen,
                () -> "too many open orders: open=" + openNow + ", limit=" + mostOpen);
    }

    /** Where the host's clock steps, a second is not a second. */
    @Override
    public void onSend(OrderCommandDecoder command) {
        boolean adds = command.action() == OrderAction.NEW || command.action() == OrderAction.REPLACE;
        if (!adds || world == null || world.plan().has(Feature.CLOCK_STEP)) {
            return;
        }
        long now = world.nowNs();
        if (now - secondNs >= SECOND) {
            secondNs = now;
            inSecond = 0;
        }
        int sent = ++inSecond;
        int most = world.setup().maxNewPerSecond();
        findings.require(
                Invariant.I5, sent <= most, () -> "too many orders within a second: sent=" + sent + ", limit=" + most);
    }

    private VenueLedger ledger() {
        return begun().ledger();
    }

    private World begun() {
        if (world == null) {
            throw new IllegalStateException("no world yet");
        }
        return world;
    }
}
