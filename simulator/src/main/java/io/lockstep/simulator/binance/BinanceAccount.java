package io.lockstep.simulator.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.settings.Setting;
import io.lockstep.simulator.binance.api.ApiKey;
import io.lockstep.simulator.matching.MatchingCore;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account of the simulated Binance and the key to it. The secret is made up, never that of a real account.
 *
 * @param key API key
 * @param secret HMAC secret; not used where there is a public key
 * @param publicKey Ed25519 public key, Base64 as between the lines of its PEM file; null for an HMAC key
 * @param canTrade whether the key may place orders
 * @param spot opening balances on spot, E8 by asset
 * @param usdm opening balances on USDⓈ-M, E8 by asset
 */
public record BinanceAccount(
        @Setting(help = "API key", fallback = "test-key") String key,

        @Setting(help = "HMAC secret; a made-up one, never that of a real account", fallback = "test-secret")
        String secret,

        @Setting(help = "Ed25519 public key, Base64 as in its PEM file; instead of the secret") @Nullable
        String publicKey,

        @Setting(help = "whether the key may place orders", fallback = "true")
        boolean canTrade,

        @Setting(
                help = "opening balances on spot, by asset",
                unit = "the asset",
                decimal = true,
                least = "0",
                most = "10000000000",
                fallback = "{USDT: 100000, BTC: 2, ETH: 20, BNB: 50}")
        Map<String, Long> spot,

        @Setting(
                help = "opening balances on futures, by asset",
                unit = "the asset",
                decimal = true,
                least = "0",
                most = "10000000000",
                fallback = "{USDT: 100000}")
        Map<String, Long> usdm) {

    /** Checks the public key and sorts the balances. */
    public BinanceAccount {
        spot = Collections.unmodifiableMap(new TreeMap<>(spot));
        usdm = Collections.unmodifiableMap(new TreeMap<>(usdm));
        if (publicKey != null) {
            decode(publicKey);
        }
    }

    /** The account everybody may use: {@code test-key} and {@code test-secret}. */
    public static BinanceAccount standard() {
        Map<String, Long> spot = Map.of("USDT", e8(100_000), "BTC", e8(2), "ETH", e8(20), "BNB", e8(50));
        return new BinanceAccount("test-key", "test-secret", null, true, spot, Map.of("USDT", e8(100_000)));
    }

    /** The key as the venue checks it. */
    ApiKey toKey(int accountId) {
        return publicKey == null
                ? new ApiKey(key, secret, null, accountId, canTrade)
                : new ApiKey(key, null, decode(publicKey), accountId, canTrade);
    }

    /** Pays balances into an account. */
    static void deposit(MatchingCore core, int accountId, Map<String, Long> balances, long timeNs) {
        balances.forEach((asset, amount) -> core.deposit(accountId, asset, amount, timeNs));
    }

    private static PublicKey decode(String text) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(text);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new IllegalArgumentException("must be an Ed25519 public key in Base64: publicKey=" + text, e);
        }
    }

    private static long e8(long whole) {
        return whole * FixedPoint.ONE;
    }

    @Override
    public String toString() {
        return "BinanceAccount[key=" + key + ", secret=***, canTrade=" + canTrade + ", spot=" + spot + ", usdm=" + usdm
                + "]";
    }
}
