package io.lockstep.gateway.binance.session.context;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.execution.ResponseDecoder;
import io.lockstep.gateway.binance.execution.StatusPublisher;
import io.lockstep.gateway.binance.execution.UserDataDecoder;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.RequestSettings;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.ApiKey;
import java.util.List;

/**
 * What the parts of one account's session share.
 *
 * @param product which venue
 * @param accountId the account in this run
 * @param runId of the journal, part of every client order id
 * @param instruments of the product
 * @param symbols the same, by symbol
 * @param publisher where events go
 * @param status the same, for what is about the account as a whole
 * @param directory what is known of our orders
 * @param counters what happened
 * @param budget what the venue's limits leave
 * @param clock ours and the venue's
 * @param key of the account
 * @param requests how orders are sent
 * @param gate shut when the session ends
 */
public record SessionContext(
        Product product,
        int accountId,
        long runId,
        List<Instrument> instruments,
        SymbolTable symbols,
        EventPublisher publisher,
        StatusPublisher status,
        OrderDirectory directory,
        SessionCounters counters,
        RateBudget budget,
        VenueClock clock,
        ApiKey key,
        RequestSettings requests,
        Gate gate) {

    /** A decoder of answers for one thread. */
    public ResponseDecoder responses() {
        return new ResponseDecoder(product, symbols, publisher, runId, directory, accountId);
    }

    /** A decoder of user events for one thread. */
    public UserDataDecoder userEvents() {
        return new UserDataDecoder(symbols, publisher, runId, directory, accountId);
    }

    /** What requests on a channel have in common. */
    public RequestProfile profile(Channel channel) {
        return new RequestProfile(channel, key.id(), requests.recvWindowMs(), requests.responseType());
    }

    /** Whether it is an account of the spot venue. */
    public boolean isSpot() {
        return product == Product.SPOT;
    }
}
