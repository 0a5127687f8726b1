package io.lockstep.gateway.alpaca.session;

import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.transport.ApiKey;
import java.util.Set;

/**
 * The session on the trading stream: sends the keys as soon as the connection is open, for this stream does not greet, asks for
 * {@code trade_updates} and checks that it was granted. Alpaca WebSocket Streaming, read 2026-11.
 */
public final class TradingStreamSession {
    /** The stream of order events. */
    public static final String TRADE_UPDATES = "trade_updates";

    private static final long ERROR_PAUSE_MS = 500;

    private final JsonText json = new JsonText();
    private final SessionClock clock = new SessionClock();
    private final ApiKey key;
    private final AuthForm form;
    private final StreamOutput output;
    private SessionState state = SessionState.CLOSED;

    /**
     * A session that is not connected yet.
     *
     * @param key the account's key
     * @param form how to send it
     * @param output told what to do
     */
    public TradingStreamSession(ApiKey key, AuthForm form, StreamOutput output) {
        this.key = key;
        this.form = form;
        this.output = output;
    }

    /** How far the session has come. */
    public SessionState state() {
        return state;
    }

    /** The connection is open. */
    public void onOpen(long nowNs) {
        clock.onOpen(nowNs);
        state = SessionState.AUTHENTICATING;
        output.send(form == AuthForm.CURRENT ? currentKeys() : legacyKeys());
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
        boolean dialogue = state == SessionState.AUTHENTICATING || state == SessionState.SUBSCRIBING;
        if (dialogue && clock.isHandshakeLate(nowNs)) {
            reconnect(StreamFault.HANDSHAKE_TIMEOUT, state.toString(), 0);
        } else if (state == SessionState.READY && clock.isMute(nowNs)) {
            reconnect(StreamFault.MUTE, state.toString(), 0);
        }
    }

    /**
     * The venue answers about the keys.
     *
     * @param authorized whether it accepts them
     * @param action what it answers to: {@code authenticate}, or {@code listen} when that came too early
     * @param message the venue's text, possibly empty
     */
    public void onAuthorization(boolean authorized, String action, String message) {
        if (state != SessionState.AUTHENTICATING) {
            output.note(StreamFault.ALREADY_AUTHENTICATED, "action=" + action + ", authorized=" + authorized);
        } else if (authorized) {
            state = SessionState.SUBSCRIBING;
            output.send(listen());
        } else {
            state = SessionState.FAILED;
            output.giveUp(StreamFault.AUTH_FAILED, "action=" + action + ", message=" + message);
        }
    }

    /** The venue names the streams it sends; one we asked for and it does not name will not come. */
    public void onListening(Set<String> streams) {
        if (state != SessionState.SUBSCRIBING) {
            return;
        }
        if (streams.contains(TRADE_UPDATES)) {
            state = SessionState.READY;
            output.ready();
        } else {
            reconnect(StreamFault.SUBSCRIPTION_INCOMPLETE, "listening=" + streams, 0);
        }
    }

    /** The venue reports an error in words only. */
    public void onError(String message) {
        reconnect(StreamFault.VENUE_ERROR, message, ERROR_PAUSE_MS);
    }

    private void reconnect(StreamFault fault, String detail, long delayMs) {
        state = SessionState.CLOSED;
        output.reconnect(fault, detail, delayMs);
    }

    private JsonText currentKeys() {
        return json.clear()
                .open('{')
                .key("action")
                .text("auth")
                .key("key")
                .text(key.id())
                .key("secret")
                .text(key.secret())
                .close('}');
    }

    private JsonText legacyKeys() {
        return json.clear()
                .open('{')
                .key("action")
                .text("authenticate")
                .key("data")
                .open('{')
                .key("key_id")
                .text(key.id())
                .key("secret_key")
                .text(key.secret())
                .close('}')
                .close('}');
    }

    private JsonText listen() {
        return json.clear()
                .open('{')
                .key("action")
                .text("listen")
                .key("data")
                .open('{')
                .key("streams")
                .open('[')
                .text(TRADE_UPDATES)
                .close(']')
                .close('}')
                .close('}');
    }

    /** How the keys are written. */
    public enum AuthForm {
        /** As documented today. */
        CURRENT,
        /** As the venue's own clients still write it. */
        LEGACY
    }
}
