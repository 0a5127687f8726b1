package io.lockstep.transport.net;

import java.util.Locale;

/** How an endpoint is spoken to, and whether through TLS. */
public enum Scheme {
    /** WebSocket in the clear; for loopback. */
    WS(false, 80),
    /** WebSocket through TLS. */
    WSS(true, 443),
    /** HTTP in the clear; for loopback. */
    HTTP(false, 80),
    /** HTTP through TLS. */
    HTTPS(true, 443);

    private final boolean secure;
    private final int defaultPort;

    Scheme(boolean secure, int defaultPort) {
        this.secure = secure;
        this.defaultPort = defaultPort;
    }

    /** Whether TLS is spoken. */
    public boolean isSecure() {
        return secure;
    }

    /** Port where the address names none. */
    public int defaultPort() {
        return defaultPort;
    }

    /**
     * Finds a scheme by its name in an address.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Scheme of(String name) {
        for (Scheme scheme : values()) {
            if (scheme.name().equalsIgnoreCase(name)) {
                return scheme;
            }
        }
        throw new IllegalArgumentException("scheme must be ws, wss, http or https: scheme=" + name);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
