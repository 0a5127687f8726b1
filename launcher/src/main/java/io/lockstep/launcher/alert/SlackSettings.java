package io.lockstep.launcher.alert;

import io.lockstep.engine.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A Slack channel. The webhook's address is a secret: whoever has it may write there.
 *
 * @param urlFile file with the webhook's address on one line, readable by its owner alone
 * @param urlVariable environment variable with the address instead
 */
public record SlackSettings(
        @Setting(help = "file with the webhook's address") @Nullable
        String urlFile,

        @Setting(help = "environment variable with the webhook's address instead") @Nullable
        String urlVariable) {

    /** Checks that exactly one place is named. */
    public SlackSettings {
        SecretText.requireOne("urlFile", urlFile, "urlVariable", urlVariable);
    }
}
