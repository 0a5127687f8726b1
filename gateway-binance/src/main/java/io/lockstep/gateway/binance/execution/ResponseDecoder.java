package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.binance.marketdata.EpochTime;
import io.lockstep.gateway.binance.orderentry.RequestId;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import org.agrona.DirectBuffer;

/**
 * Decodes the answers of the WebSocket API to orders, cancels and changes, and publishes what they prove. What a request was about is
 * in its id. Never throws on bad input, allocates nothing once warm. Owned by one thread.
 *
 * <p>Success of a new order is published as soon as it is answered; of a cancel or a change not, because the user stream tells it
 * together with what was filled before.
 */
public final class ResponseDecoder {
    private static final int SUCCESS = 200;
    private static final int KEY_REVOKED = -2015;
    private static final JsonKeys TOP = JsonKeys.of("id", "status", "result", "error");
    private static final JsonKeys RESULT = JsonKeys.of("orderId", "transactTime", "updateTime", "algoId");
    private static final JsonKeys ERROR = JsonKeys.of("code", "msg", "data");

    private final Product product;
    private final ExecutionEncoder encoder;
    private final ReplaceAnswer replaceAnswer;
    private final RequestId id = new RequestId();
    private final JsonCursor cursor = new JsonCursor();
    private final JsonCursor inner = new JsonCursor();
    private final ExecutionMessage message = new ExecutionMessage();
    private boolean idPresent;
    private int status;
    private int code;
    private Recovery recovery = Recovery.NONE;
    private boolean hasError;

    /**
     * Makes a decoder for one account.
     *
     * @param runId of this journal, to know our own orders
     * @param accountId of the account in this run
     */
    public ResponseDecoder(Product product, EventPublisher publisher, long runId, int accountId) {
        this.product = product;
        this.encoder = new ExecutionEncoder(publisher, product, accountId);
        this.replaceAnswer = new ReplaceAnswer(runId);
    }

    /**
     * Decodes an answer and publishes what it proves.
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
                default -> cursor.skipValue();
            }
        }
        cursor.finish();
        return cursor.isFaulty() ? ResponseOutcome.MALFORMED : conclude(receivedNs);
    }

    /** An order request was sent and its answer will not come: connection lost, or too late. */
    public void answerLost(RequestId request, long receivedNs) {
        reset();
        id.set(request.kind(), request.orderId(), request.strategyId(), request.instrumentId());
        recovery = Recovery.ASK;
        publish(ExecType.OUTCOME_UNKNOWN, ReportSource.LOCAL, receivedNs);
    }

    /** What the last answer was about. */
    public RequestId requestId() {
        return id;
    }

    /** What to do about the last error. */
    public Recovery recovery() {
        return recovery;
    }

    /** The last error's code; 0 for none. */
    public int code() {
        return code;
    }

    private void reset() {
        message.clear();
        replaceAnswer.clear();
        idPresent = false;
        status = 0;
        code = 0;
        recovery = Recovery.NONE;
        hasError = false;
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
        cursor.beginObject();
        for (int key = cursor.nextKey(RESULT); key != JsonCursor.END; key = cursor.nextKey(RESULT)) {
            switch (key) {
                case 0 -> message.venueOrderId.set(cursor.readLong());
                case 1, 2 -> message.exchangeTimeNs = EpochTime.toNs(cursor.readLong());
                case 3 -> message.venueOrderId.set('A', cursor.readLong());
                default -> cursor.skipValue();
            }
        }
    }

    private void readError() {
        hasError = true;
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
        replaceAnswer.read(inner.wrap(cursor.array(), from, cursor.position() - from));
    }

    private ResponseOutcome conclude(long receivedNs) {
        if (!hasError && status == SUCCESS) {
            return concludeSuccess(receivedNs);
        }
        ErrorTable.Rule rule =
                ErrorTable.find(product, status, code, message.reason.bytes(), 0, message.reason.length());
        recovery = rule.recovery();
        if (!idPresent) {
            return code == KEY_REVOKED ? ResponseOutcome.KEY_REVOKED : ResponseOutcome.NOT_ABOUT_AN_ORDER;
        }
        return switch (id.kind()) {
            case RequestId.NEW -> concludeError(rule.fate(), ExecType.REJECTED, receivedNs);
            case RequestId.CANCEL -> concludeError(rule.fate(), ExecType.CANCEL_REJECTED, receivedNs);
            case RequestId.REPLACE -> concludeReplace(rule.fate(), receivedNs);
            default -> ResponseOutcome.NOT_ABOUT_AN_ORDER;
        };
    }

    private ResponseOutcome concludeSuccess(long receivedNs) {
        return switch (id.kind()) {
            case RequestId.NEW -> {
                publish(ExecType.ACCEPTED, ReportSource.RESPONSE, receivedNs);
                yield ResponseOutcome.ACCEPTED;
            }
            case RequestId.CANCEL, RequestId.REPLACE -> ResponseOutcome.CONFIRMED;
            default -> ResponseOutcome.NOT_ABOUT_AN_ORDER;
        };
    }

    private ResponseOutcome concludeError(OrderFate fate, ExecType refusal, long receivedNs) {
        boolean refused = switch (fate) {
            case NOT_DONE -> true;
            case UNCHANGED, NOT_OPEN -> refusal != ExecType.REJECTED;
            case UNKNOWN, EXISTS, NOT_FOUND, IN_BODY -> false;
        };
        publish(refused ? refusal : ExecType.OUTCOME_UNKNOWN, ReportSource.RESPONSE, receivedNs);
        return refused ? ResponseOutcome.REFUSED : ResponseOutcome.UNKNOWN;
    }

    /** A cancel-and-replace whose body tells the parts apart is believed by the parts, whatever status and code say. */
    private ResponseOutcome concludeReplace(OrderFate fate, long receivedNs) {
        if (!replaceAnswer.isPresent()) {
            return concludeError(fate, ExecType.REPLACE_REJECTED, receivedNs);
        }
        if (replaceAnswer.isNothingDone()) {
            publish(ExecType.REPLACE_REJECTED, ReportSource.RESPONSE, receivedNs);
            return ResponseOutcome.REFUSED;
        }
        if (replaceAnswer.isOnlyCanceled()) {
            replaceAnswer.intoCanceled(id);
            publish(ExecType.CANCELED, ReportSource.RESPONSE, receivedNs);
            return ResponseOutcome.REFUSED;
        }
        recovery = Recovery.ASK;
        publish(ExecType.OUTCOME_UNKNOWN, ReportSource.RESPONSE, receivedNs);
        return ResponseOutcome.UNKNOWN;
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
