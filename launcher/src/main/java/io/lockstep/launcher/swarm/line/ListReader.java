package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkEncoder;
import io.lockstep.engine.sbe.ReconciliationPhase;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the account's lists as a gateway does: all after each connect, then as often as the settings say, and the fills when some are missed. */
public final class ListReader {
    private static final long RETRY_NS = Site.SECOND;
    private static final int UNAVAILABLE = 503;

    /** As the gateway reads them after a connect, one after the other: what fills change is listed after them. */
    private static final List<ReconciliationKind> IN_ORDER = List.of(
            ReconciliationKind.ORDERS, ReconciliationKind.FILLS, ReconciliationKind.POSITIONS, ReconciliationKind.CASH);

    private final Site site;
    private final VenueLedger ledger;
    private final PrivateStream stream;
    private final Records records;
    private final Report report = new Report();
    private final Set<ReconciliationKind> missing = EnumSet.noneOf(ReconciliationKind.class);
    private boolean ready;
    private int reading;
    private int fillsFrom;
    private int fillsTo;

    /** A reader of a venue's lists. */
    public ListReader(Site site, VenueLedger ledger, PrivateStream stream, Records records) {
        this.site = site;
        this.ledger = ledger;
        this.stream = stream;
        this.records = records;
        stream.listen(this::forget, this::catchUp);
    }

    /** A process begins: nothing was listed to it yet. */
    private void forget() {
        reading++;
        fillsFrom = 0;
    }

    /** Fills were missed: reads them soon. */
    void wantFills() {
        ask(ReconciliationKind.FILLS);
    }

    private void catchUp() {
        ready = false;
        int mine = ++reading;
        missing.clear();
        missing.addAll(kinds());
        ask(IN_ORDER.get(0));
        repeat(mine, ReconciliationKind.ORDERS, 5 * Site.SECOND);
        repeat(mine, ReconciliationKind.POSITIONS, 30 * Site.SECOND);
        repeat(mine, ReconciliationKind.FILLS, 10 * Site.SECOND);
        repeat(mine, ReconciliationKind.CASH, 60 * Site.SECOND);
    }

    private Set<ReconciliationKind> kinds() {
        Set<ReconciliationKind> kinds =
                EnumSet.of(ReconciliationKind.FILLS, ReconciliationKind.ORDERS, ReconciliationKind.CASH);
        if (!ledger.books().isSpot()) {
            kinds.add(ReconciliationKind.POSITIONS);
        }
        return kinds;
    }

    private void repeat(int mine, ReconciliationKind kind, long everyNs) {
        if (!kinds().contains(kind)) {
            return;
        }
        site.agenda().after(everyNs, () -> {
            if (mine == reading) {
                ask(kind);
                repeat(mine, kind, everyNs);
            }
        });
    }

    private void ask(ReconciliationKind kind) {
        long requestedNs = site.inbox().clockNs();
        int run = site.inbox().generation();
        int connection = stream.connection();
        site.agenda().after(site.latencyNs(), () -> {
            boolean fails = site.dice().strikes(Feature.LIST_FAILURE);
            List<byte[]> entries = entries(kind);
            List<byte[]> answer = fails ? failed(kind) : list(kind, requestedNs, entries);
            boolean whole = !fails && answer.size() == entries.size() + 2;
            int upTo = fillsTo;
            site.agenda().after(site.latencyNs(), () -> {
                if (connection == stream.connection()) {
                    fillsFrom = whole && kind == ReconciliationKind.FILLS ? upTo : fillsFrom;
                    answer.forEach(record -> site.inbox().deliver(run, record));
                    read(kind, whole);
                }
            });
        });
    }

    private void read(ReconciliationKind kind, boolean whole) {
        if (!whole) {
            int mine = reading;
            site.agenda().after(RETRY_NS, () -> {
                if (mine == reading && missing.contains(kind)) {
                    ask(kind);
                }
            });
            return;
        }
        missing.remove(kind);
        if (missing.isEmpty() && !ready) {
            ready = true;
            stream.ready();
        } else if (!ready) {
            IN_ORDER.stream().filter(missing::contains).findFirst().ifPresent(this::ask);
        }
    }

    private List<byte[]> failed(ReconciliationKind kind) {
        return List.of(
                records.mark(
                        kind,
                        ReconciliationPhase.FAILED,
                        site.inbox().clockNs(),
                        ReconciliationMarkEncoder.entriesNullValue()),
                records.error(UNAVAILABLE));
    }

    private List<byte[]> list(ReconciliationKind kind, long requestedNs, List<byte[]> entries) {
        List<byte[]> all = new ArrayList<>();
        all.add(records.mark(
                kind, ReconciliationPhase.BEGIN, requestedNs, ReconciliationMarkEncoder.entriesNullValue()));
        all.addAll(entries);
        if (!entries.isEmpty() && site.dice().strikes(Feature.PARTIAL_LIST)) {
            all.remove(1 + (int) site.dice().upTo(Feature.PARTIAL_LIST, entries.size()));
        }
        all.add(records.mark(kind, ReconciliationPhase.END, requestedNs, entries.size()));
        return all;
    }

    private List<byte[]> entries(ReconciliationKind kind) {
        return switch (kind) {
            case ORDERS -> orders();
            case FILLS -> fills();
            case POSITIONS -> positions();
            case CASH -> balances();
            case NULL_VAL -> throw new IllegalArgumentException("no such list");
        };
    }

    private List<byte[]> orders() {
        List<byte[]> entries = new ArrayList<>();
        for (VenueOrder order : ledger.open()) {
            if (order.isVisible(site.agenda().nowNs())) {
                entries.add(report.of(ExecType.STATUS, ReportSource.RECONCILIATION, order, "LIST"));
            }
        }
        return entries;
    }

    /** Those since the last whole list; one that does not show yet, and what came behind it, come with a later one. */
    private List<byte[]> fills() {
        List<byte[]> entries = new ArrayList<>();
        List<VenueFill> all = ledger.fills();
        fillsTo = fillsFrom;
        boolean gapless = true;
        for (VenueFill fill : all.subList(fillsFrom, all.size())) {
            boolean visible = fill.order().isVisible(site.agenda().nowNs());
            gapless &= visible;
            fillsTo += gapless ? 1 : 0;
            if (visible) {
                entries.add(report.of(ReportSource.RECONCILIATION, fill));
            }
        }
        return entries;
    }

    private List<byte[]> positions() {
        List<byte[]> entries = new ArrayList<>();
        for (int id = 0; id < site.instruments(); id++) {
            long quantity = ledger.books().position(id);
            long entryPrice = ledger.books().entryPrice(id);
            if (quantity != 0) {
                entries.add(
                        records.position(id, quantity, entryPrice, site.agenda().nowNs()));
            }
        }
        return entries;
    }

    private List<byte[]> balances() {
        List<byte[]> entries = new ArrayList<>();
        List<String> assets = ledger.books().assets();
        for (int i = 0; i < assets.size(); i++) {
            long balance = ledger.books().balance(assets.get(i));
            entries.add(records.balance(
                    assets.get(i),
                    balance,
                    i == assets.size() - 1,
                    site.agenda().nowNs()));
        }
        return entries;
    }
}
