package io.lockstep.launcher.config.binding;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which keys hold something nobody may read in a log, a journal or a message. No setting of ours takes a secret in the file: keys come
 * from a key file or the environment, and the file names those. This catches what people write there by mistake.
 */
final class Secrets {
    /** Stands for a secret. */
    static final String MASK = "***";

    private static final Pattern SECRET =
            Pattern.compile("secret|password|passphrase|token|apikey|privatekey|credential");
    private static final Pattern ONLY_NAMES_IT = Pattern.compile("(file|env|environment|variable)$");

    private Secrets() {}

    /** Whether a key, given with or without the path before it, holds a secret itself. */
    static boolean isSecret(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_]", "");
        return SECRET.matcher(key).find() && !ONLY_NAMES_IT.matcher(key).find();
    }
}
