package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.rest.FuturesSettings.MarginType;
import java.util.Set;

/** Brings a futures account into the state its settings name, before it trades. Blocking; sync thread. */
public final class FuturesSetup {
    /** Already so. */
    private static final Set<Integer> BENIGN = Set.of(-4046, -4059);

    private final SessionContext context;
    private final RestClient client;
    private final FuturesSettings settings;
    private final UsdmRequests requests;
    private final RequestValues values = new RequestValues();

    /** Asks nothing yet; {@link #run} does. */
    public FuturesSetup(SessionContext context, RestClient client, FuturesSettings settings) {
        this.context = context;
        this.client = client;
        this.settings = settings;
        this.requests = new UsdmRequests(context.profile(Channel.REST));
    }

    /** @throws VenueException if the account cannot be brought there */
    void run() {
        requireOneWay();
        for (Instrument instrument : context.instruments()) {
            if (settings.marginType() != MarginType.AS_IT_IS) {
                boolean isolated = settings.marginType() == MarginType.ISOLATED;
                change(requests.marginType(instrument.symbol(), isolated));
            }
            if (settings.leverage() > 0) {
                values.number(settings.leverage());
                change(requests.leverage(instrument.symbol()));
            }
        }
    }

    private void requireOneWay() {
        boolean hedge = client.ask(requests.readPositionMode(), values).flag("dualSidePosition", false);
        if (hedge && !settings.switchPositionMode()) {
            throw new VenueException("account is in hedge mode: switchPositionMode=false", 0);
        }
        if (hedge) {
            change(requests.positionMode(false));
        }
    }

    private void change(RequestTemplate request) {
        try {
            client.ask(request, values);
        } catch (VenueException e) {
            if (!BENIGN.contains(e.venueCode())) {
                throw e;
            }
        }
    }
}
