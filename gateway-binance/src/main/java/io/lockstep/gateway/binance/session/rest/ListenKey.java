package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.context.SessionCounters;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.reconnect.Session;

/**
 * The key that opens the private stream of futures: made, kept alive, made anew once the venue has forgotten it. Sync thread, except
 * {@link #current} and {@link #forget}.
 *
 * <p>USDⓈ-M Futures, "User Data Streams", read 2026-11: a key lives 60 minutes from its last call.
 */
public final class ListenKey {
    /** Time between two calls that keep the key alive, nanoseconds. */
    static final long KEEP_ALIVE_NS = 25L * 60 * 1_000_000_000;

    private static final int UNKNOWN_KEY = -1125;

    private final RestClient client;
    private final SessionCounters counters;
    private final RequestTemplate create;
    private final RequestTemplate keepAlive;
    private final RequestValues values = new RequestValues();
    private volatile String current = "";

    /** No key yet; {@link #refresh} makes one. */
    public ListenKey(SessionContext context, RestClient client) {
        this.client = client;
        this.counters = context.counters();
        UsdmRequests requests = new UsdmRequests(context.profile(Channel.REST));
        this.create = requests.listenKey();
        this.keepAlive = requests.keepListenKey();
    }

    /**
     * The key as it is now.
     *
     * @throws IllegalStateException while there is none
     */
    public String current() {
        String key = current;
        if (key.isEmpty()) {
            throw new IllegalStateException("no listen key yet");
        }
        return key;
    }

    /** Whether there is none, or the venue has given it up. */
    boolean isMissing() {
        return current.isEmpty();
    }

    /** The venue has given the key up; any thread. */
    public void forget() {
        current = "";
    }

    /** Makes a key if there is none, else keeps it alive; one that the venue does not know is replaced. */
    void refresh() {
        if (current.isEmpty()) {
            make();
            return;
        }
        try {
            client.ask(keepAlive, values);
        } catch (VenueException e) {
            if (e.venueCode() != UNKNOWN_KEY) {
                throw e;
            }
            make();
        }
    }

    /** Proves that a session's key is alive, or ends the session. */
    public void prove(Session session) {
        String used = current;
        try {
            refresh();
        } catch (VenueException | JsonFormatException e) {
            session.close("listen key not confirmed");
            return;
        }
        if (used.equals(current)) {
            session.ready();
        } else {
            session.close("listen key was dead");
        }
    }

    private void make() {
        current = client.ask(create, values).text("listenKey");
        counters.increment(SessionCounter.LISTEN_KEYS);
    }
}
