package io.lockstep.gateway.alpaca.session;

import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.transport.ApiKey;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * The session on a market-data stream: waits for the greeting, sends the keys, subscribes, checks what is acknowledged. Alpaca WebSocket
 * Stream, read 2026-11.
 *
 * <p>Acknowledgements state the whole subscription, so the last of several decides. Nothing is remembered over a connection.
 */
public final class StreamSession implements StreamControl {
    private static final int MOST_TRIES = 15;
    private static final long BACK_OFF_MS = 500;

    private final JsonText json = new JsonText();
    private final SessionClock clock = new SessionClock();
    private final ApiKey key;
    private final boolean keysInHeaders;
    private final Subscription subscription;
    private final StreamOutput output;
    private SessionState state = SessionState.CLOSED;
    private int pendingAcks;
    private int tries;

    /**
     * A session that is not connected yet.
     *
     * @param key the account's key
     * @param subscription what to ask for
     * @param output told what to do
     */
    public StreamSession(ApiKey key, Subscription subscription, StreamOutput output) {
        this(key, false, subscription, output);
    }

    /**
     * A session that is not connected yet.
     *
     * @param key the account's key
     * @param keysInHeaders whether the upgrade has told the key already, so that nothing is sent in answer to the greeting
     * @param subscription what to ask for
     * @param output told what to do
     */
    public StreamSession(ApiKey key, boolean keysInHeaders, Subscription subscription, StreamOutput output) {
        this.key = key;
        this.keysInHeaders = keysInHeaders;
        this.subscription = subscription;
        this.output = output;
    }

    /** How far the session has come. */
    public SessionState state() {
        return state;
    }

    /** The connection is open. */
    public void onOpen(long nowNs) {
        clock.onOpen(nowNs);
        state = SessionState.AWAITING_WELCOME;
        pendingAcks = 0;
    }

    /** The connection is gone. */
    public void onClose() {
        if (state != SessionState.FAILED) {
            state = SessionState.CLOSED;
        }
    }

    /** Any frame came, a ping too. */
    public void onInbound(long nowNs) {
        clock.onInbound(nowNs);
    }

    /** Time has passed. */
    public void onTick(long nowNs) {
        switch (state) {
            case AWAITING_WELCOME, AUTHENTICATING, SUBSCRIBING -> {
                if (clock.isHandshakeLate(nowNs)) {
                    onFault(StreamFault.HANDSHAKE_TIMEOUT, state.toString());
                }
            }
            case READY -> {
                if (clock.isMute(nowNs)) {
                    onFault(StreamFault.MUTE, state.toString());
                }
            }
            case CLOSED, FAILED -> {}
        }
    }

    @Override
    public void onConnected() {
        if (state == SessionState.AWAITING_WELCOME && keysInHeaders) {
            state = SessionState.AUTHENTICATING;
        } else if (state == SessionState.AWAITING_WELCOME) {
            sendKeys();
        }
    }

    @Override
    public void onAuthenticated() {
        if (state == SessionState.AUTHENTICATING || state == SessionState.AWAITING_WELCOME) {
            state = SessionState.SUBSCRIBING;
            subscription.writeMessages(json, message -> {
                pendingAcks++;
                output.send(message);
            });
        }
    }

    @Override
    public void onSubscription(Map<Channel, Set<String>> symbols) {
        if (state != SessionState.SUBSCRIBING) {
            return;
        }
        pendingAcks--;
        SortedSet<String> missing = subscription.missingFrom(symbols);
        if (missing.isEmpty()) {
            state = SessionState.READY;
            tries = 0;
            output.ready();
        } else if (pendingAcks <= 0) {
            onFault(StreamFault.SUBSCRIPTION_INCOMPLETE, "missing=" + missing);
        }
    }

    @Override
    public void onError(int code, String message) {
        onFault(StreamFault.of(code), "code=" + code + ", message=" + message);
    }

    private void onFault(StreamFault fault, String detail) {
        switch (fault.recovery()) {
            case IGNORE -> output.note(fault, detail);
            case AUTHENTICATE -> {
                output.note(fault, detail);
                sendKeys();
            }
            case RECONNECT -> reconnect(fault, detail, 0);
            case BACK_OFF -> backOff(fault, detail);
            case GIVE_UP -> giveUp(fault, detail);
        }
    }

    private void backOff(StreamFault fault, String detail) {
        tries++;
        if (tries > MOST_TRIES) {
            giveUp(fault, detail + ", tries=" + MOST_TRIES);
        } else {
            reconnect(fault, detail, tries * BACK_OFF_MS);
        }
    }

    private void reconnect(StreamFault fault, String detail, long delayMs) {
        state = SessionState.CLOSED;
        output.reconnect(fault, detail, delayMs);
    }

    private void giveUp(StreamFault fault, String detail) {
        state = SessionState.FAILED;
        output.giveUp(fault, detail);
    }

    private void sendKeys() {
        state = SessionState.AUTHENTICATING;
        output.send(json.clear()
                .open('{')
                .key("action")
                .text("auth")
                .key("key")
                .text(key.id())
                .key("secret")
                .text(key.secret())
                .close('}'));
    }
}
