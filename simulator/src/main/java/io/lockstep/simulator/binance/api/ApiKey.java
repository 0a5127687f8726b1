package io.lockstep.simulator.binance.api;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * One API key.
 *
 * @param key what clients send
 * @param secret HMAC secret; null for an Ed25519 key
 * @param publicKey Ed25519 public key; null for an HMAC key
 * @param accountId account it acts for
 * @param canTrade whether it may place orders
 */
public record ApiKey(
        String key, @Nullable String secret, @Nullable PublicKey publicKey, int accountId, boolean canTrade) {
    @Override
    public String toString() {
        return "ApiKey[key=" + key + ", secret=***, accountId=" + accountId + ", canTrade=" + canTrade + "]";
    }
}
