package io.lockstep.launcher.config;

import io.lockstep.launcher.config.binding.CanonicalYaml;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The configuration in force: every default filled in, in one canonical text. The journal keeps this text and its hash with each start;
 * a replay builds the engine from it alone. Immutable.
 */
public final class EffectiveConfig {
    private final LockstepConfig config;
    private final String text;

    /** Freezes a checked configuration. */
    public EffectiveConfig(LockstepConfig config) {
        this.config = config;
        this.text = CanonicalYaml.write(config);
    }

    /** The settings. */
    public LockstepConfig config() {
        return config;
    }

    /** Canonical YAML: keys sorted, secrets masked; equal configurations have equal texts. */
    public String text() {
        return text;
    }

    /** SHA-256 of the text in UTF-8, 32 bytes. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash as 64 lower-case hexadecimal digits. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256());
    }
}
