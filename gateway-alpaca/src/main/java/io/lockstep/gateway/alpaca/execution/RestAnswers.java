package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.alpaca.execution.refusal.ErrorBody;
import io.lockstep.gateway.alpaca.execution.refusal.Operation;
import io.lockstep.gateway.alpaca.execution.refusal.OrderFate;
import io.lockstep.gateway.alpaca.execution.refusal.RestError;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/**
 * Turns the answers to order requests into reports. An answer that proves nothing makes {@code OUTCOME_UNKNOWN}: the order keeps its whole
 * exposure until evidence comes. Owned by the network thread; cold enough to allocate.
 *
 * <p>A method's return value is what the answer proves, so that the sender can go on: look up, repeat, wait.
 */
public final class RestAnswers {
    private static final JsonKeys ENTRY = JsonKeys.of("id", "symbol", "status", "body");
    private static final int OK = 200;
    private static final int MULTI_STATUS = 207;
    private static final int LAST_SUCCESS = 299;

    private final BodyReader reader = new BodyReader();
    private final ErrorBody errorBody = new ErrorBody();
    private final OrderBody order;
    private final OrderReports reports;
    private final ReportCounters counters;
    private RestError error = RestError.UNKNOWN_OUTCOME;
    private boolean needsLookUp;

    RestAnswers(Symbols symbols, OrderReports reports, ReportCounters counters) {
        this.order = new OrderBody(symbols);
        this.reports = reports;
        this.counters = counters;
    }

    /** Whether the last answer to a new or changed order says that it exists, but not how it stands. */
    public boolean needsLookUp() {
        return needsLookUp;
    }

    /** The last answer's error, for its advice; meaningless after a success. */
    public RestError error() {
        return error;
    }

    /** The answer to a new order. */
    public OrderFate placed(SentOrder sent, int status, byte[] body, int length, long nowNs) {
        needsLookUp = false;
        if (isSuccess(status)) {
            return adopted(sent, body, length, nowNs);
        }
        OrderFate fate = refused(Operation.PLACE, status, body, length);
        boolean rejected = fate == OrderFate.NOT_PLACED || fate == OrderFate.ABSENT;
        report(sent, rejected ? ExecType.REJECTED : ExecType.OUTCOME_UNKNOWN, nowNs);
        return fate;
    }

    /**
     * The answer to a replace. That the request was taken is no report: the change is made when the old order's {@code replaced} event
     * says so.
     */
    public OrderFate replaced(SentOrder sent, int status, byte[] body, int length, long nowNs) {
        needsLookUp = false;
        if (isSuccess(status)) {
            // remembers whose order the new venue id is, for events that come without our own id
            return readOrder(body, length) ? reportBody(ExecType.STATUS, nowNs) : unreadable(sent, nowNs);
        }
        OrderFate fate = refused(Operation.REPLACE, status, body, length);
        boolean certain = fate != OrderFate.UNKNOWN && fate != OrderFate.EXISTS;
        report(sent, certain ? ExecType.REPLACE_REJECTED : ExecType.OUTCOME_UNKNOWN, nowNs);
        return fate;
    }

    /**
     * The answer to a cancel. Success means that the request was taken, and makes no report; so does a lost answer, for a cancel may be
     * repeated freely.
     */
    public OrderFate canceled(SentOrder sent, int status, byte[] body, int length, long nowNs) {
        if (isSuccess(status)) {
            return OrderFate.EXISTS;
        }
        OrderFate fate = refused(Operation.CANCEL, status, body, length);
        if (fate != OrderFate.UNKNOWN) {
            report(sent, ExecType.CANCEL_REJECTED, nowNs);
        }
        return fate;
    }

    /** A request whose answer is lost: time-out, reset, a failure after the first byte was sent. */
    public OrderFate lost(SentOrder sent, String why, long nowNs) {
        error = RestError.UNKNOWN_OUTCOME;
        reports.request(sent, ExecType.OUTCOME_UNKNOWN, ReportSource.LOCAL, 0, why, nowNs);
        return OrderFate.UNKNOWN;
    }

    /**
     * A request of which certainly no byte was sent.
     *
     * @param refusal {@code REJECTED} for a new order, {@code REPLACE_REJECTED} or {@code CANCEL_REJECTED} for a change
     */
    public void notSent(SentOrder sent, ExecType refusal, String why, long nowNs) {
        reports.request(sent, refusal, ReportSource.LOCAL, 0, why, nowNs);
    }

    /** The venue knows no order of an id of ours; whether that is proof is for the engine to say. */
    public void notFound(SentOrder sent, long nowNs) {
        reports.request(sent, ExecType.NOT_FOUND, ReportSource.QUERY, errorBody.code(), errorBody.message(), nowNs);
    }

    /** The venue knows no order to cancel. */
    public void nothingToCancel(SentOrder sent, long nowNs) {
        reports.request(
                sent, ExecType.CANCEL_REJECTED, ReportSource.QUERY, errorBody.code(), errorBody.message(), nowNs);
    }

    /** The venue's code in the last error; 0 for none. */
    public int errorCode() {
        return errorBody.code();
    }

    /** The venue's text in the last error; possibly empty. */
    public String errorMessage() {
        return errorBody.message();
    }

    /** The answer to a look-up of an order: what the order stands like, or why there is none. */
    public OrderFate lookedUp(int status, byte[] body, int length, long nowNs) {
        if (!isSuccess(status)) {
            return refused(Operation.QUERY, status, body, length);
        }
        if (!readOrder(body, length)) {
            counters.count(ReportIssue.UNREADABLE);
            return OrderFate.UNKNOWN;
        }
        reports.order(
                order, order.status.reportedType(), ReportSource.QUERY, BodyReader.MISSING, order.status.wire(), nowNs);
        return order.status.isFinal() ? OrderFate.ENDED : OrderFate.EXISTS;
    }

    /**
     * The answer to canceling all orders or closing all positions: one entry each.
     *
     * @param listener told of every entry
     * @return whether the whole answer could be read
     */
    public boolean each(int status, byte[] body, int length, EntryListener listener) {
        if (status != MULTI_STATUS && status != OK) {
            refused(Operation.QUERY, status, body, length);
            return false;
        }
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        cursor.beginArray();
        while (cursor.nextElement()) {
            entry(cursor, listener);
        }
        cursor.finish();
        if (cursor.isFaulty()) {
            counters.count(ReportIssue.UNREADABLE);
        }
        return !cursor.isFaulty();
    }

    private void entry(JsonCursor cursor, EntryListener listener) {
        String subject = "";
        int status = 0;
        cursor.beginObject();
        for (int key = cursor.nextKey(ENTRY); key != JsonCursor.END; key = cursor.nextKey(ENTRY)) {
            switch (key) {
                case 0, 1 -> subject = reader.textOrEmpty();
                case 2 -> status = (int) cursor.readLong();
                default -> cursor.skipValue();
            }
        }
        if (!cursor.isFaulty()) {
            listener.onEntry(subject, status, isSuccess(status));
        }
    }

    private OrderFate adopted(SentOrder sent, byte[] body, int length, long nowNs) {
        return readOrder(body, length) ? reportBody(order.status.execType(), nowNs) : unreadable(sent, nowNs);
    }

    private OrderFate reportBody(ExecType type, long nowNs) {
        reports.order(order, type, ReportSource.RESPONSE, BodyReader.MISSING, "", nowNs);
        return OrderFate.EXISTS;
    }

    /** The request was carried out, but under which id of the venue must be looked up. */
    private OrderFate unreadable(SentOrder sent, long nowNs) {
        counters.count(ReportIssue.UNREADABLE);
        needsLookUp = true;
        error = RestError.UNKNOWN_OUTCOME;
        reports.request(sent, ExecType.OUTCOME_UNKNOWN, ReportSource.RESPONSE, 0, "unreadable answer", nowNs);
        return OrderFate.EXISTS;
    }

    private boolean readOrder(byte[] body, int length) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        order.read(reader);
        cursor.finish();
        return !cursor.isFaulty() && order.isComplete();
    }

    private OrderFate refused(Operation operation, int status, byte[] body, int length) {
        errorBody.read(body, length);
        error = RestError.of(status, errorBody.code(), errorBody.message());
        needsLookUp |= error == RestError.DUPLICATE_CLIENT_ID;
        return error.fate(operation);
    }

    private void report(SentOrder sent, ExecType type, long nowNs) {
        reports.request(sent, type, ReportSource.RESPONSE, errorBody.code(), errorBody.message(), nowNs);
    }

    private static boolean isSuccess(int status) {
        return status >= OK && status <= LAST_SUCCESS;
    }

    /** Told of the entries of an answer about many orders or positions. */
    public interface EntryListener {
        /**
         * One entry.
         *
         * @param subject the order's id or the position's symbol; for a canceled order in an answer about positions, its id
         * @param status HTTP status of this entry
         * @param taken whether the venue took the request for it; each still needs its own event
         */
        void onEntry(String subject, int status, boolean taken);
    }
}
