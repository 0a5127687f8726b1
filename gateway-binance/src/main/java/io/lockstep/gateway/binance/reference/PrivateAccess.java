package io.lockstep.gateway.binance.reference;

import java.util.function.UnaryOperator;

/**
 * What an account needs to ask for its own fees and margin steps over REST. Never printed.
 *
 * @param keyId the API key's public half
 * @param signer gives the signature of a query's text as the venue wants it; called on the thread that asks
 */
public record PrivateAccess(String keyId, UnaryOperator<String> signer) {
    @Override
    public String toString() {
        return "PrivateAccess[***]";
    }
}
