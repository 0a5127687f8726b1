package io.lockstep.gateway.binance.orderentry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.transport.ApiKey;

/** Makes the signer that fits a key. */
public final class Signers {
    private static final String PEM_MARK = "PRIVATE KEY";

    private Signers() {}

    /** Whether the key's secret is a private key, which can log a connection on, rather than a shared secret. */
    public static boolean isEd25519(ApiKey key) {
        return key.secret().contains(PEM_MARK);
    }

    /**
     * A signer of its own for one thread.
     *
     * @throws IllegalArgumentException if the secret looks like a private key and is none
     */
    public static RequestSigner of(ApiKey key) {
        return isEd25519(key)
                ? Ed25519Signer.ofPem(key.secret())
                : new HmacSigner(key.secret().getBytes(UTF_8));
    }
}
