package io.lockstep.engine.reconcile;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.decision.Ladder;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.DenyReason.Unit;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.Readiness;
import io.lockstep.engine.risk.RiskSetup;
import io.lockstep.engine.risk.settings.ReconcileSettings;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.Venue;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the venue's lists and says whether the books are equal. An account is reconciled when each of its lists was last whole and
 * without a difference, all asked for since the start or the last reconnect.
 *
 * <pre>
 *   mark BEGIN ─► entries ─► mark END ─┬─ fewer or more entries than said ──► proves nothing
 *                                      ├─ equal ───────────────────────────► clean
 *                                      ├─ differs, booked meanwhile ───────► proves nothing
 *                                      └─ differs ─► alert ─► tries used up ─► account HALT
 * </pre>
 */
public final class Reconciliation implements CarriedPart {
    private static final String SERIES = "RECONCILED";
    private static final long SUPERVISED = 1;
    private static final long EVER_EQUAL = 2;
    private static final long ACCEPTED = 4;
    private static final int OVERDUE_FACTOR = 3;
    private static final long NS_PER_MS = 1_000_000;
    private static final long LOOK_EVERY_NS = 10 * NS_PER_MS;

    private final ReconcileSettings settings;
    private final long horizonNs;
    private final OrderTable orders;
    private final Readiness readiness;
    private final Ladder ladder;
    private final DecisionWriter writer;
    private final ReconcileListener listener;
    private final AccountBooks[] accounts;
    private final OrderComparison orderComparison;
    private final PositionComparison positionComparison;
    private final CashComparison cashComparison;
    private long lookNs;

    /** A comparison of books that is told nothing yet. */
    public Reconciliation(
            RiskSetup setup,
            InstrumentTable instruments,
            OrderTable orders,
            Portfolio portfolio,
            GateState state,
            Ladder ladder,
            ReconcileListener listener) {
        settings = setup.settings().reconcile();
        horizonNs = setup.settings().outcomes().horizonNs();
        this.orders = orders;
        readiness = state.readiness();
        this.ladder = ladder;
        writer = ladder.writer();
        this.listener = listener;
        accounts = new AccountBooks[setup.accounts()];
        for (int id = 0; id < accounts.length; id++) {
            accounts[id] = new AccountBooks(instruments.size());
        }
        orderComparison = new OrderComparison(orders, state.exposure(), ladder, listener, horizonNs);
        positionComparison = new PositionComparison(instruments, portfolio, state.exposure(), writer);
        cashComparison = new CashComparison(portfolio, state.exposure(), writer, settings.cashTolerance());
    }

    /** The engine started, or a private stream came back: nothing found before counts. */
    public void restart(int accountId, long nowNs) {
        accounts[accountId].restart(nowNs);
        readiness.reconciled(accountId, false);
    }

    /** Learns which venue an account is at, and so which lists it has: Binance Spot lists no positions, what is held there is cash. */
    public void at(int accountId, Venue venue) {
        accounts[accountId].listsPositions(venue != Venue.BINANCE_SPOT);
    }

    /** A fill was booked. */
    public void booked(int accountId, int instrumentId, long nowNs) {
        accounts[accountId].booked(instrumentId, nowNs);
    }

    /** Cash was booked without a trade. */
    public void cashBooked(int accountId, long nowNs) {
        accounts[accountId].cashBooked(nowNs);
    }

    /** An operator takes the venue's word: what differs in the next whole lists is booked as external. */
    public void accept(int accountId) {
        if (accountId >= 0 && accountId < accounts.length) {
            accounts[accountId].accept();
        }
    }

    /** A list begins, ends, or could not be had. */
    public void onMark(ReconciliationMarkDecoder mark, long nowNs) {
        int accountId = mark.accountId();
        if (accountId < 0 || accountId >= accounts.length || mark.kind() == ReconciliationKind.NULL_VAL) {
            return;
        }
        AccountBooks books = accounts[accountId];
        VenueList list = books.list(mark.kind());
        switch (mark.phase()) {
            case BEGIN -> begin(mark, books, list);
            case END -> end(mark, books, list, nowNs);
            case FAILED -> failed(accountId, list, mark.kind() + " could not be had");
            case NULL_VAL -> list.fail();
        }
    }

    /** An open order of a list, after it was booked. */
    public void onOrder(ExecutionReportDecoder listed, @Nullable Order order) {
        AccountBooks books = books(listed.accountId());
        if (books != null && books.list(ReconciliationKind.ORDERS).isOpen()) {
            VenueList list = books.list(ReconciliationKind.ORDERS);
            list.entry();
            orderComparison.entry(books, list, listed, order);
        }
    }

    /** A fill of a list; what was not known of it is booked already. */
    public void onFill(ExecutionReportDecoder listed) {
        AccountBooks books = books(listed.accountId());
        if (books != null && books.list(ReconciliationKind.FILLS).isOpen()) {
            books.list(ReconciliationKind.FILLS).entry();
        }
    }

    /** A position of a list. */
    public void onPosition(PositionReportDecoder listed) {
        AccountBooks books = books(listed.accountId());
        if (books != null && books.list(ReconciliationKind.POSITIONS).isOpen()) {
            books.list(ReconciliationKind.POSITIONS).entry();
            positionComparison.entry(books, listed);
        }
    }

    /** A balance of a list, after an opening balance was taken from it. */
    public void onBalance(AccountReportDecoder listed) {
        AccountBooks books = books(listed.accountId());
        if (books != null && books.list(ReconciliationKind.CASH).isOpen()) {
            VenueList list = books.list(ReconciliationKind.CASH);
            list.entry();
            cashComparison.entry(listed.accountId(), books, list, listed);
        }
    }

    /** Time went on: lists that have not come for too long make an account unreconciled. */
    public void onTime(long nowNs) {
        if (nowNs < lookNs) {
            return;
        }
        lookNs = nowNs + LOOK_EVERY_NS;
        for (int id = 0; id < accounts.length; id++) {
            AccountBooks books = accounts[id];
            if (!readiness.isReconciled(id)) {
                continue;
            }
            boolean late = isLate(books, ReconciliationKind.ORDERS, settings.ordersMs(), nowNs)
                    || isLate(books, ReconciliationKind.FILLS, settings.cashMs(), nowNs)
                    || isLate(books, ReconciliationKind.POSITIONS, settings.positionsMs(), nowNs)
                    || isLate(books, ReconciliationKind.CASH, settings.cashMs(), nowNs);
            if (late) {
                readiness.reconciled(id, false);
                alert(Severity.WARNING, id, "RECONCILE_OVERDUE", "the venue's lists have not come in time");
            }
        }
    }

    /** A start compares everything anew; what was agreed on before stays. */
    @Override
    public void carryTo(CarryWriter carry) {
        for (int id = 0; id < accounts.length; id++) {
            long known = (readiness.isSupervised(id) ? SUPERVISED : 0)
                    + (accounts[id].wasEverEqual() ? EVER_EQUAL : 0)
                    + (accounts[id].isAccepted() ? ACCEPTED : 0);
            carry.series(ScopeKind.ACCOUNT, id, SERIES, known);
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        if (series.isNamed(SERIES)) {
            series.forEach(known -> carried(series.scopeId(), known));
        }
    }

    private void carried(int accountId, long known) {
        if ((known & SUPERVISED) != 0) {
            readiness.supervise(accountId);
        }
        if ((known & EVER_EQUAL) != 0) {
            accounts[accountId].equal();
        }
        if ((known & ACCEPTED) != 0) {
            accounts[accountId].accept();
        }
    }

    /** A number that differs when later comparisons would. */
    public long hash() {
        long hash = 1;
        for (AccountBooks books : accounts) {
            hash = hash * 1_000_003 + books.hash();
        }
        return hash;
    }

    private void begin(ReconciliationMarkDecoder mark, AccountBooks books, VenueList list) {
        list.begin(mark.requestedNs());
        switch (mark.kind()) {
            case ORDERS -> orderComparison.begin(books);
            case POSITIONS -> positionComparison.begin(books);
            case FILLS, CASH, NULL_VAL -> {}
        }
    }

    private void end(ReconciliationMarkDecoder mark, AccountBooks books, VenueList list, long nowNs) {
        int accountId = mark.accountId();
        if (!list.isOpen() || list.listed() != mark.entries()) {
            failed(
                    accountId,
                    list,
                    mark.kind() + " is not whole: listed=" + list.listed() + ", said=" + mark.entries());
            return;
        }
        switch (mark.kind()) {
            case ORDERS -> orderComparison.end(accountId, books, list);
            case POSITIONS -> positionComparison.end(accountId, books, list);
            case FILLS -> noFills(accountId, list);
            case CASH, NULL_VAL -> {}
        }
        if (list.requestedNs() < books.sinceNs()) {
            list.inconclusive();
        }
        list.complete(nowNs);
        judge(accountId, books, list, mark.kind());
    }

    private void judge(int accountId, AccountBooks books, VenueList list, ReconciliationKind kind) {
        if (list.differences() > 0 && list.tries() >= settings.tries()) {
            readiness.reconciled(accountId, false);
            ladder.lower(
                    ScopeKind.ACCOUNT,
                    accountId,
                    TradingState.HALT,
                    "RECONCILE_" + kind,
                    Unit.COUNT,
                    settings.tries(),
                    list.tries());
            return;
        }
        if (books.isClean() && !readiness.isReconciled(accountId)) {
            readiness.reconciled(accountId, true);
            books.equal();
            alert(Severity.INFO, accountId, "RECONCILED", "orders, fills, positions and cash equal the venue's");
        }
    }

    /** Fills of unknown orders would have been booked by now, and the orders would no longer be unknown. */
    private void noFills(int accountId, VenueList list) {
        for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
            boolean proves = order.accountId() == accountId
                    && order.state() == OrderState.UNKNOWN
                    && list.requestedNs() >= order.sentNs() + horizonNs;
            if (proves) {
                order.inquiry().notTraded();
            }
        }
        listener.evidence();
    }

    private void failed(int accountId, VenueList list, String why) {
        if (list.fail()) {
            alert(Severity.WARNING, accountId, "RECONCILE_FAILED", why);
        }
    }

    private static boolean isLate(AccountBooks books, ReconciliationKind kind, long everyMs, long nowNs) {
        VenueList list = books.list(kind);
        return books.isExpected(list) && nowNs - list.completeNs() > OVERDUE_FACTOR * everyMs * NS_PER_MS;
    }

    private void alert(Severity severity, int accountId, String code, String detail) {
        writer.alert(severity, ScopeKind.ACCOUNT, accountId, code, detail);
    }

    private @Nullable AccountBooks books(int accountId) {
        return accountId >= 0 && accountId < accounts.length ? accounts[accountId] : null;
    }
}
