package io.lockstep.gateway.binance.orderentry.request;

/**
 * What all requests of a channel have in common.
 *
 * @param channel how they travel and are proved
 * @param apiKey the account's key, which is no secret by itself
 * @param recvWindowMs how late a request may reach the venue, milliseconds, 1 to 60,000
 * @param responseType how much the venue answers to an order
 */
public record RequestProfile(Channel channel, String apiKey, int recvWindowMs, ResponseType responseType) {

    /** How requests travel and are proved. */
    public enum Channel {
        /** REST; the key is a header, the signature the last parameter. */
        REST,
        /** WebSocket API, every request signed. */
        SIGNED_FRAMES,
        /** WebSocket API after a log on. */
        SESSION
    }

    /** Checks ranges. */
    public RequestProfile {
        if (recvWindowMs < 1 || recvWindowMs > 60_000) {
            throw new IllegalArgumentException("out of range: recvWindowMs=" + recvWindowMs + ", least=1, most=60000");
        }
    }

    /** Completes a request that acts on or reads an account. */
    RequestTemplate account(RequestTemplate.Builder request) {
        if (channel == Channel.SIGNED_FRAMES) {
            request.text("apiKey", apiKey);
        }
        return request.number("recvWindow", recvWindowMs)
                .field("timestamp", RequestField.TIMESTAMP)
                .build(channel == Channel.REST);
    }

    /** Completes a request that proves the key itself, as a log on does. */
    RequestTemplate proof(RequestTemplate.Builder request) {
        return request.text("apiKey", apiKey)
                .field("timestamp", RequestField.TIMESTAMP)
                .build(false);
    }

    /** Completes a request that needs neither key nor signature. */
    RequestTemplate open(RequestTemplate.Builder request) {
        return request.build(channel == Channel.REST);
    }

    @Override
    public String toString() {
        return "RequestProfile[channel=" + channel + ", apiKey=***, recvWindowMs=" + recvWindowMs + "]";
    }
}
