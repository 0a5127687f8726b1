package io.lockstep.transport.net;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whom TLS trusts. The host name is always verified, and TLS 1.2 is the oldest version spoken; neither can be switched off.
 *
 * @param authorities file of PEM certificates trusted <em>instead of</em> the JDK's; absent for the JDK's
 */
public record TlsSettings(@Nullable Path authorities) {
    /** The JDK's authorities. */
    public static final TlsSettings DEFAULT = new TlsSettings(null);
}
