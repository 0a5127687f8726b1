package io.lockstep.transport;

/**
 * What identifies an account to its venue. Never printed.
 *
 * @param id the public half: key id
 * @param secret the private half: a shared secret, or the text of a PKCS#8 private key in PEM form
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
