package io.lockstep.gateway.binance.execution;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.execution.account.AccountParser;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.EnumMap;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.collections.MutableLong;

/**
 * Decodes the events of a user stream, bare or wrapped, and publishes what the engine needs of them. Never throws on bad input,
 * allocates nothing once warm, except to remember triggered conditional orders. Owned by one thread.
 *
 * <p>An early fill notice ({@code TRADE_LITE}) is not published: it lacks the fee, and the full report of the same fill follows.
 */
public final class UserDataDecoder {
    private static final int REMEMBERED_FILLS = 16_384;
    private static final int EVENT = 0;
    private static final int DATA = 1;
    private static final int KIND = 2;
    private static final JsonKeys KEYS = JsonKeys.of("event", "data", "e", "id", "status");

    private final ExecutionEncoder encoder;
    private final SpotExecutionParser spot;
    private final UsdmExecutionParser usdm;
    private final AccountParser account;
    private final ExecutionMessage message = new ExecutionMessage();
    private final JsonCursor outer = new JsonCursor();
    private final JsonCursor cursor = new JsonCursor();
    private final EnumMap<UserDataOutcome, MutableLong> counts = new EnumMap<>(UserDataOutcome.class);
    private int from;
    private int length;

    /**
     * Makes a decoder for one account.
     *
     * @param runId of this journal, to know our own orders
     * @param directory what is known of them, also learns here
     * @param accountId of the account in this run
     */
    public UserDataDecoder(
            SymbolTable symbols, EventPublisher publisher, long runId, OrderDirectory directory, int accountId) {
        this(symbols, publisher, runId, directory, accountId, REMEMBERED_FILLS);
    }

    /**
     * Makes a decoder that remembers as many fills as it is told, for simulations that make many.
     *
     * @param rememberedFills latest fills that are dropped when they come again, positive
     */
    public UserDataDecoder(
            SymbolTable symbols,
            EventPublisher publisher,
            long runId,
            OrderDirectory directory,
            int accountId,
            int rememberedFills) {
        FillMemory fills = new FillMemory(rememberedFills);
        encoder = new ExecutionEncoder(publisher, accountId);
        spot = new SpotExecutionParser(symbols, fills, runId, directory);
        usdm = new UsdmExecutionParser(symbols, fills, runId, directory);
        account = new AccountParser(symbols, publisher, accountId);
        for (UserDataOutcome outcome : UserDataOutcome.values()) {
            counts.put(outcome, new MutableLong());
        }
    }

    /**
     * Decodes a frame and publishes what is in it.
     *
     * @param receivedNs when the frame was read, UTC, nanoseconds
     */
    public UserDataOutcome decode(DirectBuffer buffer, int offset, int frameLength, long receivedNs) {
        UserDataOutcome outcome = decodeFrame(buffer, offset, frameLength, receivedNs);
        counterOf(outcome).increment();
        return outcome;
    }

    /** How many frames had this outcome so far. */
    public long count(UserDataOutcome outcome) {
        return counterOf(outcome).get();
    }

    /** Events published so far. */
    public long published() {
        return encoder.published() + account.published();
    }

    /** Positions that were reported in symbols that are none of this run's. */
    public long foreignPositions() {
        return account.foreignPositions();
    }

    private UserDataOutcome decodeFrame(DirectBuffer buffer, int offset, int frameLength, long receivedNs) {
        outer.wrap(buffer, offset, frameLength);
        int start = outer.position();
        boolean wrapped = unwrap();
        outer.finish();
        if (outer.isFaulty()) {
            return UserDataOutcome.MALFORMED;
        }
        if (!wrapped && length < 0) {
            return UserDataOutcome.RESPONSE;
        }
        if (!wrapped) {
            from = start;
            length = frameLength;
        }
        return decodeEvent(kindOf(event()), receivedNs);
    }

    /** Finds the event within its wrapping; without one, a negative length says that it is no event either. */
    private boolean unwrap() {
        boolean wrapped = false;
        length = -1;
        outer.beginObject();
        for (int key = outer.nextKey(KEYS); key != JsonCursor.END; key = outer.nextKey(KEYS)) {
            int at = outer.position();
            outer.skipValue();
            if (key == EVENT || key == DATA) {
                wrapped = true;
                from = at;
                length = outer.position() - at;
            } else if (key == KIND && !wrapped) {
                length = 0;
            }
        }
        return wrapped;
    }

    private JsonCursor event() {
        return cursor.wrap(outer.array(), from, length);
    }

    private static UserEventKind kindOf(JsonCursor event) {
        UserEventKind kind = UserEventKind.UNKNOWN;
        event.beginObject();
        for (int key = event.nextKey(); key != JsonCursor.END; key = event.nextKey()) {
            if (key == 'e') {
                event.readText();
                kind = UserEventKind.ofText(event);
            } else {
                event.skipValue();
            }
        }
        return event.isFaulty() ? UserEventKind.UNKNOWN : kind;
    }

    private UserDataOutcome decodeEvent(UserEventKind kind, long receivedNs) {
        return switch (kind) {
            case SPOT_EXECUTION -> published(spot.parse(event(), message), receivedNs);
            case USDM_EXECUTION -> published(usdm.parseOrder(event(), message), receivedNs);
            case USDM_ALGO -> published(usdm.parseAlgo(event(), message), receivedNs);
            case SPOT_BALANCES, USDM_ACCOUNT -> publishAccount(UserDataOutcome.ACCOUNT, receivedNs);
            case USDM_MARGIN_CALL -> publishAccount(UserDataOutcome.MARGIN_CALL, receivedNs);
            case SPOT_BALANCE_DELTA -> publishTransfer(receivedNs);
            case LISTEN_KEY_EXPIRED -> UserDataOutcome.LISTEN_KEY_EXPIRED;
            case STREAM_TERMINATED -> UserDataOutcome.STREAM_TERMINATED;
            case SERVER_SHUTDOWN -> UserDataOutcome.SERVER_SHUTDOWN;
            case SPOT_LOCK_DELTA,
                    SPOT_ORDER_LIST,
                    USDM_EARLY_FILL,
                    USDM_CONFIG,
                    USDM_TRIGGER_REJECT,
                    USDM_STRATEGY,
                    USDM_GRID -> UserDataOutcome.NOT_NEEDED;
            case UNKNOWN -> UserDataOutcome.UNKNOWN_EVENT;
        };
    }

    private UserDataOutcome published(UserDataOutcome outcome, long receivedNs) {
        if (outcome == UserDataOutcome.EXECUTION) {
            encoder.publish(message, receivedNs);
        }
        return outcome;
    }

    private UserDataOutcome publishAccount(UserDataOutcome outcome, long receivedNs) {
        long timeNs = AccountParser.timeOf(event());
        account.parse(event(), timeNs, receivedNs);
        return cursor.isFaulty() ? UserDataOutcome.MALFORMED : outcome;
    }

    private UserDataOutcome publishTransfer(long receivedNs) {
        account.parseTransfer(event(), receivedNs);
        return cursor.isFaulty() ? UserDataOutcome.MALFORMED : UserDataOutcome.ACCOUNT;
    }

    private MutableLong counterOf(UserDataOutcome outcome) {
        return Objects.requireNonNull(counts.get(outcome));
    }
}
