package io.lockstep.gateway.alpaca.feed;

import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.status.VenueStatus;
import io.lockstep.transport.ApiKey;
import org.agrona.concurrent.EpochNanoClock;

/**
 * What market data connections are made with.
 *
 * @param key the account's key
 * @param keysInHeaders whether the upgrade tells the key rather than a message
 * @param msgpack whether the streams are asked for MessagePack
 * @param publisher takes the events
 * @param status takes what the venue says about itself
 * @param states takes how the connections are
 * @param rest the host of past data
 * @param clock UTC
 */
public record FeedParts(
        ApiKey key,
        boolean keysInHeaders,
        boolean msgpack,
        EventPublisher publisher,
        VenueStatus status,
        FeedStates states,
        RestClient rest,
        EpochNanoClock clock) {}
