package io.lockstep.launcher.config;

import io.lockstep.engine.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's key is found: in a file of its own, or in two environment variables. A configuration never holds it.
 *
 * @param file YAML file with {@code id} and {@code secret}, readable by its owner alone
 * @param idVariable environment variable with the key's id
 * @param secretVariable environment variable with the secret
 */
public record CredentialSettings(
        @Setting(help = "file with the keys `id` and `secret`, permissions 0600") @Nullable
        String file,

        @Setting(help = "environment variable that holds the key's id") @Nullable
        String idVariable,

        @Setting(help = "environment variable that holds the secret") @Nullable
        String secretVariable) {

    /** Checks that there is one way, and that it is whole. */
    public CredentialSettings {
        boolean variables = idVariable != null && secretVariable != null;
        boolean half = (idVariable == null) != (secretVariable == null);
        if (half || variables == (file != null)) {
            throw new IllegalArgumentException(
                    "must name either file, or both idVariable and secretVariable, and never a key itself");
        }
    }
}
