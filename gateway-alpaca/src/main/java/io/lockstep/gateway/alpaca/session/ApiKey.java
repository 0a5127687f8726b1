package io.lockstep.gateway.alpaca.session;

/**
 * The key of one account. Never printed.
 *
 * @param id key id
 * @param secret secret key
 */
public record ApiKey(String id, String secret) {
    /** Checks that both are there. */
    public ApiKey {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("key or secret is empty: keyLength=" + id.length());
        }
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }
}
