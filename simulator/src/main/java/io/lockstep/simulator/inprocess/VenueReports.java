package io.lockstep.simulator.inprocess;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.simulator.LatencyModel;
import io.lockstep.simulator.account.Account;
import io.lockstep.simulator.account.Ledger;
import io.lockstep.simulator.account.Position;
import io.lockstep.simulator.matching.MatchingCore;
import io.lockstep.simulator.matching.MatchingListener;
import io.lockstep.simulator.matching.book.ClientOrder;
import io.lockstep.simulator.matching.book.Fill;
import io.lockstep.simulator.order.EndReason;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.RejectReason;
import org.jspecify.annotations.Nullable;

/** Turns what the core says into reports that reach the engine after the response latency, in the order in which it was said. */
final class VenueReports implements MatchingListener {
    private final LatencyModel latency;
    private final ReportWriter writer = new ReportWriter();
    private final RecordQueue reports = new RecordQueue();
    private final RecordQueue quotes = new RecordQueue();
    private @Nullable MatchingCore core;
    private @Nullable CommandReader commands;
    private long count;

    VenueReports(LatencyModel latency) {
        this.latency = latency;
        writer.idPrefix("S0-");
    }

    /** Completes the circle; before the first event. */
    void connect(MatchingCore newCore, CommandReader newCommands) {
        core = newCore;
        commands = newCommands;
    }

    void idPrefix(String prefix) {
        writer.idPrefix(prefix);
    }

    RecordQueue reports() {
        return reports;
    }

    RecordQueue quotes() {
        return quotes;
    }

    /** States all balances and positions of an account, the last of each marked so. */
    void state(Account account, long timeNs) {
        Ledger ledger = core().ledger();
        for (int asset = 0; asset < ledger.assets().size(); asset++) {
            boolean last = asset == ledger.assets().size() - 1;
            writer.balance(reports.claim(), account, ledger, asset, ReportSource.QUERY, last, timeNs);
            commit(timeNs);
        }
        int last = lastHeld(ledger);
        for (int instrument = 0; instrument <= last; instrument++) {
            position(account, account.position(instrument), ReportSource.QUERY, instrument == last, timeNs);
        }
    }

    @Override
    public void onAccepted(ClientOrder order, long timeNs) {
        commands().remember(order);
        report(ExecType.ACCEPTED, order, "", timeNs);
    }

    @Override
    public void onRejected(OrderRequest request, RejectReason reason, long timeNs) {
        writer.refused(reports.claim(), ExecType.REJECTED, request, reason.code(), reason.name(), timeNs);
        commit(timeNs);
    }

    /** A cancel or change was refused. */
    void onRefusal(ExecType type, ClientOrder order, RejectReason reason, long timeNs) {
        writer.order(reports.claim(), type, order, reason.code(), reason.name(), timeNs);
        commit(timeNs);
    }

    /** A cancel or change named an order that is not open. */
    void onUnknownOrder(ExecType type, OrderRequest target, long timeNs) {
        RejectReason reason = RejectReason.UNKNOWN_ORDER;
        writer.refused(reports.claim(), type, target, reason.code(), reason.name(), timeNs);
        commit(timeNs);
    }

    @Override
    public void onTriggered(ClientOrder order, long timeNs) {
        report(ExecType.TRIGGERED, order, "", timeNs);
    }

    @Override
    public void onFill(ClientOrder order, Fill fill) {
        writer.fill(reports.claim(), order, fill);
        commit(fill.timeNs());
        if (!order.status().isOpen()) {
            commands().forget(order);
        }
    }

    @Override
    public void onEnded(ClientOrder order, EndReason reason, long timeNs) {
        report(reason.isCancel() ? ExecType.CANCELED : ExecType.EXPIRED, order, reason.name(), timeNs);
        commands().forget(order);
    }

    @Override
    public void onReplaced(ClientOrder order, long previousTag, long timeNs) {
        commands().rename(order, previousTag);
        report(ExecType.REPLACED, order, "", timeNs);
    }

    @Override
    public void onBalance(Account account, int asset, long timeNs) {
        writer.balance(reports.claim(), account, core().ledger(), asset, ReportSource.STREAM, false, timeNs);
        commit(timeNs);
    }

    @Override
    public void onPosition(Account account, int instrumentId, long timeNs) {
        position(account, account.position(instrumentId), ReportSource.STREAM, false, timeNs);
    }

    @Override
    public void onFormedQuote(int instrumentId, long bid, long ask, long quantity, long timeNs) {
        writer.formedQuote(quotes.claim(), instrumentId, bid, ask, quantity, timeNs);
        quotes.commit(timeNs);
    }

    private void position(Account account, Position position, ReportSource source, boolean last, long timeNs) {
        Ledger ledger = core().ledger();
        Instrument instrument = core().instrument(position.instrumentId());
        if (isHeld(ledger, instrument)) {
            boolean margined = ledger.rules().isMargined(instrument);
            long liquidation = margined ? ledger.liquidationPrice(account, instrument) : 0;
            writer.position(reports.claim(), account, position, liquidation, source, last, timeNs);
            commit(timeNs);
        }
    }

    /** Whether a venue would report a position: what was bought for cash on a spot market is a balance. */
    private static boolean isHeld(Ledger ledger, Instrument instrument) {
        return ledger.rules().isMargined(instrument) || instrument.assetClass() == AssetClass.EQUITY;
    }

    private int lastHeld(Ledger ledger) {
        int last = core().instrumentCount() - 1;
        while (last >= 0 && !isHeld(ledger, core().instrument(last))) {
            last--;
        }
        return last;
    }

    private void report(ExecType type, ClientOrder order, String reason, long timeNs) {
        writer.order(reports.claim(), type, order, 0, reason, timeNs);
        commit(timeNs);
    }

    private void commit(long timeNs) {
        reports.commit(timeNs + latency.response(count++));
    }

    private MatchingCore core() {
        if (core == null) {
            throw new IllegalStateException("not connected to a core");
        }
        return core;
    }

    private CommandReader commands() {
        if (commands == null) {
            throw new IllegalStateException("not connected to a command reader");
        }
        return commands;
    }
}
