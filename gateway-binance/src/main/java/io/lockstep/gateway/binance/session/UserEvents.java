package io.lockstep.gateway.binance.session;

import io.lockstep.gateway.binance.execution.UserDataDecoder;
import io.lockstep.gateway.binance.execution.UserDataOutcome;
import io.lockstep.gateway.binance.session.context.Readiness;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.context.Wishes;
import io.lockstep.transport.reconnect.Session;
import org.agrona.DirectBuffer;

/** Takes in user events, wherever they arrive, and does what they call for beyond their reports. One network thread. */
final class UserEvents {
    private final SessionContext context;
    private final Readiness readiness;
    private final Wishes wishes;
    private final Runnable onListenKeyExpired;
    private final UserDataDecoder decoder;

    /** @param onListenKeyExpired what to do when the venue gives up the listen key; any thread */
    UserEvents(SessionContext context, Readiness readiness, Wishes wishes, Runnable onListenKeyExpired) {
        this.context = context;
        this.readiness = readiness;
        this.wishes = wishes;
        this.onListenKeyExpired = onListenKeyExpired;
        this.decoder = context.userEvents();
    }

    /** The stream is proven: now what was missed is to be read. */
    void onUp() {
        readiness.streamUp();
        wishes.wantEverything();
    }

    /** The stream is lost. */
    void onDown(String reason) {
        readiness.streamDown(reason);
    }

    /** Decodes a frame; {@code RESPONSE} means that it is no event. */
    UserDataOutcome onFrame(Session session, DirectBuffer buffer, int offset, int length, long receivedNs) {
        UserDataOutcome outcome = decoder.decode(buffer, offset, length, receivedNs);
        switch (outcome) {
            case EXECUTION, ACCOUNT -> wishes.hear();
            case SERVER_SHUTDOWN -> session.replace("venue announced its shutdown");
            case STREAM_TERMINATED -> {
                readiness.streamDown("STREAM_TERMINATED");
                session.close("venue ended the subscription");
            }
            case LISTEN_KEY_EXPIRED -> {
                readiness.streamDown("LISTEN_KEY_EXPIRED");
                onListenKeyExpired.run();
                session.close("listen key expired");
            }
            case UNKNOWN_EVENT, MALFORMED -> {
                context.counters().increment(SessionCounter.EVENTS_NOT_UNDERSTOOD);
                wishes.wantEverything();
            }
            case UNKNOWN_SYMBOL -> context.counters().increment(SessionCounter.EVENTS_FOREIGN);
            case MARGIN_CALL -> context.status().error(0, "MARGIN_CALL", "the account is close to liquidation");
            default -> {}
        }
        return outcome;
    }
}
