package io.lockstep.launcher.cli.control;

import io.lockstep.launcher.cli.option.Secret;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.operator.Attempts;
import io.lockstep.launcher.operator.ResetSecret;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Asks for the operator's secret, of which the configuration has a salted hash.
 *
 * @param config the configuration in force
 * @param fromStdin whether it is read from standard input rather than from the terminal
 */
record OperatorSecret(LockstepConfig config, boolean fromStdin) {
    /**
     * Asks, where the configuration names a hash; where orders leave for a real venue it must.
     *
     * @param refuse told why not; must throw
     */
    void require(Consumer<String> refuse) throws IOException {
        String hash = config.operator().resetHash();
        if (hash != null) {
            ask(ResetSecret.parse(hash), refuse);
        } else if (!config.connectedAccounts().isEmpty()) {
            refuse.accept("refused: operator.resetHash is not configured, see `lockstep operator hash`");
        }
    }

    private void ask(ResetSecret expected, Consumer<String> refuse) throws IOException {
        char[] secret = Secret.read("Operator's secret", fromStdin);
        try {
            Attempts attempts = new Attempts(config.control().latchPath().resolve("reset.attempts"));
            switch (attempts.attempt(System.currentTimeMillis(), () -> expected.matches(secret))) {
                case RIGHT -> {}
                case WRONG -> refuse.accept("refused: not the secret");
                case LOCKED_OUT -> refuse.accept("refused: too many wrong secrets, wait a minute");
            }
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
