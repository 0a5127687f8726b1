package io.lockstep.launcher.tape.capture;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.message.BarMessage;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.LiquidationMessage;
import io.lockstep.gateway.binance.marketdata.message.MarkPriceMessage;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.launcher.tape.format.LineOutcome;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings recorded depth into the order a book needs.
 *
 * <p>A recorder asks for a snapshot while updates keep coming, so some that follow the snapshot were received before it. They wait and
 * come right behind it, with the time it was received. Updates older than the snapshot are passed on as they are: the snapshot
 * replaces what they did. A snapshot the book does not need is left out; a missing update becomes a gap event.
 */
final class DepthSequencer implements MarketDataHandler {
    private final Product product;
    private final SnapshotPlan plan;
    private final EventEncoder out;
    private final Map<Integer, DepthSequence> sequences = new TreeMap<>();
    private LineOutcome outcome = LineOutcome.ACCEPTED;

    DepthSequencer(Product product, SnapshotPlan plan, EventEncoder out) {
        this.product = product;
        this.plan = plan;
        this.out = out;
    }

    /** What became of what was delivered since this was asked last. */
    LineOutcome takeOutcome() {
        LineOutcome taken = outcome;
        outcome = LineOutcome.ACCEPTED;
        return taken;
    }

    @Override
    public boolean onDepth(DepthMessage depth, long receivedNs) {
        if (depth.instrumentId() == CaptureDecoder.UNASSIGNED) {
            outcome = onSnapshot(depth, receivedNs);
            return true;
        }
        return depth.isSnapshot() ? out.onDepth(depth, receivedNs) : onUpdate(depth, receivedNs);
    }

    private LineOutcome onSnapshot(DepthMessage snapshot, long receivedNs) {
        int instrumentId = plan.takeNext();
        if (instrumentId == SnapshotPlan.NONE) {
            return LineOutcome.AMBIGUOUS_SNAPSHOT;
        }
        DepthSequence sequence = sequence(instrumentId);
        if (sequence.isSynchronized()) {
            return LineOutcome.REDUNDANT_SNAPSHOT;
        }
        snapshot.instrumentId(instrumentId);
        out.onDepth(snapshot, receivedNs);
        sequence.restart(snapshot.lastUpdateId());
        sequence.release().forEach(update -> onUpdate(update, receivedNs));
        return LineOutcome.ACCEPTED;
    }

    private boolean onUpdate(DepthMessage update, long receivedNs) {
        DepthSequence sequence = sequence(update.instrumentId());
        if (sequence.isSynchronized() && !sequence.isStale(update) && !sequence.isNext(update)) {
            out.publishGap(
                    update.instrumentId(), sequence.lastId() + 1, update.firstUpdateId(), "update-missing", receivedNs);
            sequence.lose();
        }
        if (!sequence.isSynchronized() && isForNextSnapshot(update)) {
            sequence.hold(update);
            return true;
        }
        if (sequence.isSynchronized() && !sequence.isStale(update)) {
            sequence.advance(update);
        }
        return out.onDepth(update, receivedNs);
    }

    private boolean isForNextSnapshot(DepthMessage update) {
        long snapshotId = plan.nextSnapshotId(update.instrumentId());
        return snapshotId != FixedPoint.NULL && update.lastUpdateId() > snapshotId;
    }

    private DepthSequence sequence(int instrumentId) {
        return sequences.computeIfAbsent(instrumentId, absent -> new DepthSequence(product));
    }

    @Override
    public boolean onQuote(QuoteMessage quote, long receivedNs) {
        return out.onQuote(quote, receivedNs);
    }

    @Override
    public boolean onTrade(TradeMessage trade, long receivedNs) {
        return out.onTrade(trade, receivedNs);
    }

    @Override
    public boolean onBar(BarMessage bar, long receivedNs) {
        return out.onBar(bar, receivedNs);
    }

    @Override
    public boolean onMarkPrice(MarkPriceMessage markPrice, long receivedNs) {
        return out.onMarkPrice(markPrice, receivedNs);
    }

    @Override
    public boolean onLiquidation(LiquidationMessage liquidation, long receivedNs) {
        return out.onLiquidation(liquidation, receivedNs);
    }
}
