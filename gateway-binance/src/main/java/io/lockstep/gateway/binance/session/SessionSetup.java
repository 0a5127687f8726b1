package io.lockstep.gateway.binance.session;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.gateway.binance.orderentry.RequestSettings;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.session.rest.CatchUpSettings;
import io.lockstep.gateway.binance.session.rest.FuturesSettings;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.reconnect.ConnectBudget;
import java.util.List;
import org.agrona.concurrent.EpochNanoClock;

/**
 * What an account's session is made from.
 *
 * @param product which venue
 * @param accountId the account in this run
 * @param past the journal's tag, part of every client order id, and the orders it leaves open; read before the session begins
 * @param instruments of the product
 * @param publisher where events go
 * @param key of the account
 * @param limits as the venue states them
 * @param network how the venue is reached
 * @param clock our time
 * @param requests how orders are sent
 * @param catchUp how often lists are read
 * @param futures what a futures account is set to
 * @param sendOrders whether anything is to be sent at all
 */
public record SessionSetup(
        Product product,
        int accountId,
        VenueGateway.Past past,
        List<Instrument> instruments,
        EventPublisher publisher,
        ApiKey key,
        List<RateLimit> limits,
        Network network,
        EpochNanoClock clock,
        RequestSettings requests,
        CatchUpSettings catchUp,
        FuturesSettings futures,
        boolean sendOrders) {

    /**
     * How the venue is reached.
     *
     * @param transport makes the connections
     * @param connects connection attempts left at the venue, shared with market data
     * @param rest REST
     * @param wsApi WebSocket API
     * @param userStreams private streams of futures; not used on spot
     */
    public record Network(
            Transport transport, ConnectBudget connects, Endpoint rest, Endpoint wsApi, Endpoint userStreams) {}
}
