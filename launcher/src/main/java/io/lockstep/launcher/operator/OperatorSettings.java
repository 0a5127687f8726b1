package io.lockstep.launcher.operator;

import io.lockstep.engine.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Who may undo a kill.
 *
 * @param resetHash salted hash of the secret that {@code lockstep reset} asks for, as {@code lockstep operator hash} prints it; none unless given
 */
public record OperatorSettings(
        @Setting(help = "salted hash of the secret `lockstep reset` asks for; `lockstep operator hash` prints one")
        @Nullable
        String resetHash) {

    /** Checks the form of the hash. */
    public OperatorSettings {
        if (resetHash != null) {
            ResetSecret.parse(resetHash);
        }
    }

    /** Whether a reset needs a secret. */
    public boolean hasResetHash() {
        return resetHash != null;
    }
}
