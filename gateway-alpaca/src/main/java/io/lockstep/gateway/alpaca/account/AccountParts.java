package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.session.TradingStreamSession.AuthForm;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.net.Endpoint;
import org.agrona.concurrent.EpochNanoClock;

/**
 * What an account's session is made with.
 *
 * @param accountId the account's id in events
 * @param key the account's key
 * @param authForm how the stream is told the key
 * @param stream address of the trading stream
 * @param runId the journal's tag in client order ids
 * @param publisher takes the reports
 * @param status takes what is said about connections and the venue
 * @param rest the trading API
 * @param calendar the calendar the engine goes by
 * @param clock UTC
 */
public record AccountParts(
        int accountId,
        ApiKey key,
        AuthForm authForm,
        Endpoint stream,
        long runId,
        EventPublisher publisher,
        VenueStatus status,
        RestClient rest,
        TradingCalendar calendar,
        EpochNanoClock clock) {}
