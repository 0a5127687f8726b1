package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.execution.error.ErrorTable;
import io.lockstep.gateway.binance.execution.error.OrderFate;
import io.lockstep.gateway.binance.execution.error.Recovery;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.RequestId;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonKeys;
import io.lockstep.transport.json.JsonValue;
import org.agrona.DirectBuffer;

/**
 * Decodes the answers to orders, cancels, changes and questions, from the WebSocket API or from REST, and publishes what they prove. What a
 * request was about is in its id. Never throws on bad input, allocates nothing once warm except for answers to questions. Owned by one thread.
 *
 * <p>Success of a new order is published as soon as it is answered; of a cancel or a change not, because the user stream tells it
 * together with what was filled before.
 */
public final class ResponseDecoder {
    private static final int SUCCESS = 200;
    private static final int KEY_REVOKED = -2015;
    private static final int MOST_REASON = 160;
    private static final JsonKeys TOP = JsonKeys.of("id", "status", "result", "error", "rateLimits");
    private static final JsonKeys RESULT = JsonKeys.of("orderId", "transactTime", "updateTime", "algoId");
    private static final JsonKeys ERROR = JsonKeys.of("code", "msg", "data");

    private final Product product;
    private final ExecutionEncoder encoder;
    private final OrderDirectory directory;
    private final OrderRows rows;
    private final ErrorData errorData;
    private final RateCounts rateCounts = new RateCounts();
    private final RequestId id = new RequestId();
    private final JsonCursor cursor = new JsonCursor();
    private final JsonCursor inner = new JsonCursor();
    private final ExecutionMessage message = new ExecutionMessage();
    private boolean idPresent;
    private int status;
    private int code;
    private OrderFate fate = OrderFate.UNKNOWN;
    private Recovery recovery = Recovery.NONE;
    private boolean hasError;
    private int resultAt;
    private int resultLength;
    private long venueOrderId;

    /**
     * Makes a decoder for one account.
     *
     * @param runId of this journal, to know our own orders
     * @param directory what is known of them, also learns here
     * @param accountId of the account in this run
     */
    public ResponseDecoder(
            Product product,
            SymbolTable symbols,
            EventPublisher publisher,
            long runId,
            OrderDirectory directory,
            int accountId) {
        this.product = product;
        this.encoder = new ExecutionEncoder(publisher, accountId);
        this.directory = directory;
        this.rows = new OrderRows(symbols, publisher, runId, directory, accountId);
        this.errorData = new ErrorData(runId, directory);
    }

    /**
     * Decodes an answer of the WebSocket API and publishes what it proves.
     *
     * @param receivedNs when it was read, UTC, nanoseconds
     */
    public ResponseOutcome decode(DirectBuffer buffer, int offset, int length, long receivedNs) {
        reset();
        cursor.wrap(buffer, offset, length).beginObject();
        for (int key = cursor.nextKey(TOP); key != JsonCursor.END; key = cursor.nextKey(TOP)) {
            switch (key) {
                case 0 -> readId();
                case 1 -> status = (int) cursor.readLong();
                case 2 -> readResult();
                case 3 -> readError();
                case 4 -> rateCounts.read(cursor);
                default -> cursor.skipValue();
            }
        }
        cursor.finish();
        return cursor.isFaulty() ? ResponseOutcome.MALFORMED : conclude(receivedNs);
    }

    /**
     * Decodes an answer of REST to a request and publishes what it proves.
     *
     * @param httpStatus of the answer
     * @param body of the answer; one that is not JSON is judged by the status alone
     */
    public ResponseOutcome decodeRest(RequestId request, int httpStatus, byte[] body, long receivedNs) {
        reset();
        id.set(request);
        idPresent = true;
        status = httpStatus / 100 == 2 ? SUCCESS : httpStatus;
        cursor.wrap(body, 0, body.length);
        if (status == SUCCESS) {
            readResult();
        } else {
            hasError = true;
            readErrorMembers();
        }
        if (cursor.isFaulty()) {
            code = 0;
            errorData.clear();
            message.reason.set(new String(body, 0, Math.min(body.length, MOST_REASON), US_ASCII));
            if (status == SUCCESS) {
                status = 0;
            }
        }
        return conclude(receivedNs);
    }

    /** A request was sent and its answer will not come: connection lost, or too late. */
    public ResponseOutcome answerLost(RequestId request, String why, long receivedNs) {
        reset();
        id.set(request);
        idPresent = true;
        hasError = true;
        message.reason.set(why);
        recovery = Recovery.ASK;
        return switch (id.kind()) {
            case RequestId.NEW, RequestId.CANCEL, RequestId.REPLACE -> {
                publish(ExecType.OUTCOME_UNKNOWN, ReportSource.LOCAL, receivedNs);
                yield ResponseOutcome.UNKNOWN;
            }
            default -> ResponseOutcome.FAILED;
        };
    }

    /** A request was refused here: no byte of it left. */
    public ResponseOutcome notSent(RequestId request, String why, long receivedNs) {
        reset();
        id.set(request);
        idPresent = true;
        hasError = true;
        message.reason.set(why);
        switch (id.kind()) {
            case RequestId.NEW -> publish(ExecType.REJECTED, ReportSource.LOCAL, receivedNs);
            case RequestId.CANCEL -> publish(ExecType.CANCEL_REJECTED, ReportSource.LOCAL, receivedNs);
            case RequestId.REPLACE -> refuseReplace(ReportSource.LOCAL, receivedNs);
            default -> {
                return ResponseOutcome.FAILED;
            }
        }
        return ResponseOutcome.REFUSED;
    }

    /** What the last answer was about. */
    public RequestId requestId() {
        return id;
    }

    /** What the last error said about the order. */
    public OrderFate fate() {
        return fate;
    }

    /** What to do about the last error. */
    public Recovery recovery() {
        return recovery;
    }

    /** Whether the last answer says that the request succeeded. */
    public boolean isSuccess() {
        return !hasError && status == SUCCESS;
    }

    /** The last error's code; 0 for none. */
    public int code() {
        return code;
    }

    /** The last error's text. */
    public String text() {
        return new String(message.reason.bytes(), 0, message.reason.length(), US_ASCII);
    }

    /** When requests are welcome again by the last answer, UTC, milliseconds; 0 where it does not say. */
    public long retryAfterMs() {
        return errorData.retryAfterMs();
    }

    /** The venue's counts in the last answer. */
    public RateCounts rateCounts() {
        return rateCounts;
    }

    /** Whether the last answer showed an order with more filled than was reported before. */
    public boolean areFillsMissing() {
        return rows.areFillsMissing();
    }

    private void reset() {
        message.clear();
        errorData.clear();
        rateCounts.clear();
        idPresent = false;
        status = 0;
        code = 0;
        fate = OrderFate.UNKNOWN;
        recovery = Recovery.NONE;
        hasError = false;
        resultLength = 0;
        venueOrderId = FixedPoint.NULL;
        id.set((char) 0, 0, 0, 0);
    }

    private void readId() {
        if (cursor.peek() == '"') {
            cursor.readText();
            idPresent = id.read(cursor);
        } else {
            cursor.skipValue();
        }
    }

    private void readResult() {
        if (cursor.peek() != '{') {
            cursor.skipValue();
            return;
        }
        resultAt = cursor.position();
        cursor.beginObject();
        for (int key = cursor.nextKey(RESULT); key != JsonCursor.END; key = cursor.nextKey(RESULT)) {
            switch (key) {
                case 0 -> {
                    venueOrderId = cursor.readLong();
                    message.venueOrderId.set(venueOrderId);
                }
                case 1, 2 -> message.exchangeTimeNs = EpochTime.toNs(cursor.readLong());
                case 3 -> message.venueOrderId.set('A', cursor.readLong());
                default -> cursor.skipValue();
            }
        }
        resultLength = cursor.position() - resultAt;
    }

    private void readError() {
        hasError = true;
        readErrorMembers();
    }

    private void readErrorMembers() {
        cursor.beginObject();
        for (int key = cursor.nextKey(ERROR); key != JsonCursor.END; key = cursor.nextKey(ERROR)) {
            switch (key) {
                case 0 -> code = (int) cursor.readLong();
                case 1 -> {
                    cursor.readText();
                    message.reason.set(cursor);
                }
                case 2 -> readData();
                default -> cursor.skipValue();
            }
        }
    }

    private void readData() {
        cursor.peek();
        int from = cursor.position();
        cursor.skipValue();
        errorData.read(inner.wrap(cursor.array(), from, cursor.position() - from));
    }

    private ResponseOutcome conclude(long receivedNs) {
        if (isSuccess()) {
            return concludeSuccess(receivedNs);
        }
        ErrorTable.Rule rule =
                ErrorTable.find(product, status, code, message.reason.bytes(), 0, message.reason.length());
        fate = rule.fate();
        recovery = rule.recovery();
        if (!idPresent) {
            return code == KEY_REVOKED ? ResponseOutcome.KEY_REVOKED : ResponseOutcome.NOT_ABOUT_AN_ORDER;
        }
        return switch (id.kind()) {
            case RequestId.NEW -> concludeError(ExecType.REJECTED, receivedNs);
            case RequestId.CANCEL -> concludeError(ExecType.CANCEL_REJECTED, receivedNs);
            case RequestId.REPLACE -> concludeReplace(receivedNs);
            case RequestId.QUERY -> concludeQuestion(receivedNs);
            case RequestId.CANCEL_ALL ->
                fate == OrderFate.NOT_OPEN ? ResponseOutcome.CONFIRMED : ResponseOutcome.FAILED;
            default -> ResponseOutcome.NOT_ABOUT_AN_ORDER;
        };
    }

    private ResponseOutcome concludeSuccess(long receivedNs) {
        return switch (id.kind()) {
            case RequestId.NEW -> {
                if (venueOrderId != FixedPoint.NULL) {
                    directory.seen(id.orderId(), id.instrumentId(), false, venueOrderId);
                }
                publish(ExecType.ACCEPTED, ReportSource.RESPONSE, receivedNs);
                yield ResponseOutcome.ACCEPTED;
            }
            case RequestId.CANCEL, RequestId.REPLACE, RequestId.CANCEL_ALL -> ResponseOutcome.CONFIRMED;
            case RequestId.QUERY -> concludeAnswer(receivedNs);
            default -> ResponseOutcome.NOT_ABOUT_AN_ORDER;
        };
    }

    private ResponseOutcome concludeAnswer(long receivedNs) {
        try {
            JsonValue row = JsonValue.parse(inner.wrap(cursor.array(), resultAt, resultLength));
            return rows.publishOrder(row, ReportSource.QUERY, receivedNs)
                    ? ResponseOutcome.ANSWERED
                    : ResponseOutcome.FAILED;
        } catch (JsonFormatException | ArithmeticException e) {
            return ResponseOutcome.MALFORMED;
        }
    }

    private ResponseOutcome concludeQuestion(long receivedNs) {
        if (fate != OrderFate.NOT_FOUND) {
            return ResponseOutcome.FAILED;
        }
        rows.publishNotFound(id.orderId(), id.strategyId(), id.instrumentId(), code, receivedNs);
        return ResponseOutcome.ANSWERED;
    }

    private ResponseOutcome concludeError(ExecType refusal, long receivedNs) {
        boolean refused = switch (fate) {
            case NOT_DONE -> true;
            case UNCHANGED, NOT_OPEN -> refusal != ExecType.REJECTED;
            case UNKNOWN, EXISTS, NOT_FOUND, IN_BODY -> false;
        };
        publish(refused ? refusal : ExecType.OUTCOME_UNKNOWN, ReportSource.RESPONSE, receivedNs);
        return refused ? ResponseOutcome.REFUSED : ResponseOutcome.UNKNOWN;
    }

    /** A cancel-and-replace whose body tells the parts apart is believed by the parts, whatever status and code say. */
    private ResponseOutcome concludeReplace(long receivedNs) {
        if (!errorData.isPresent()) {
            ResponseOutcome outcome = concludeError(ExecType.REPLACE_REJECTED, receivedNs);
            if (outcome == ResponseOutcome.REFUSED) {
                directory.notModified(id.orderId());
            }
            return outcome;
        }
        if (errorData.isNothingDone()) {
            return refuseReplace(ReportSource.RESPONSE, receivedNs);
        }
        if (errorData.isOnlyCanceled()) {
            errorData.intoCanceled(id);
            publish(ExecType.CANCELED, ReportSource.RESPONSE, receivedNs);
            return ResponseOutcome.REFUSED;
        }
        recovery = Recovery.ASK;
        publish(ExecType.OUTCOME_UNKNOWN, ReportSource.RESPONSE, receivedNs);
        return ResponseOutcome.UNKNOWN;
    }

    private ResponseOutcome refuseReplace(ReportSource source, long receivedNs) {
        directory.notModified(id.orderId());
        publish(ExecType.REPLACE_REJECTED, source, receivedNs);
        return ResponseOutcome.REFUSED;
    }

    private void publish(ExecType type, ReportSource source, long receivedNs) {
        message.orderId = id.orderId();
        message.strategyId = id.strategyId();
        message.instrumentId = id.instrumentId();
        message.execType = type;
        message.source = source;
        message.venueCode = code == 0 ? ExecutionMessage.NO_CODE : code;
        encoder.publish(message, receivedNs);
    }
}
