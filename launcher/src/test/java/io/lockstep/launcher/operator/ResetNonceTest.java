package io.lockstep.launcher.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetNonceTest {
    private static final long LATCHED = 1_000;
    private static final long NOW = 5_000;

    @TempDir
    private Path folder;

    @Test
    void shouldBeGoodOnce() {
        ResetNonce nonce = nonce();
        String word = nonce.issue(LATCHED, NOW);

        assertThat(nonce.redeem(word, LATCHED, NOW)).isTrue();
        assertThat(nonce.redeem(word, LATCHED, NOW)).isFalse();
    }

    @Test
    void shouldBeVoidAfterAWrongWord() {
        ResetNonce nonce = nonce();
        String word = nonce.issue(LATCHED, NOW);

        assertThat(nonce.redeem(word + "0", LATCHED, NOW)).isFalse();
        assertThat(nonce.redeem(word, LATCHED, NOW)).isFalse();
    }

    @Test
    void shouldNotServeALatchThatWasSetSince() {
        ResetNonce nonce = nonce();
        String word = nonce.issue(LATCHED, NOW);

        assertThat(nonce.redeem(word, LATCHED + 1, NOW)).isFalse();
    }

    @Test
    void shouldEndAfterTenMinutes() {
        ResetNonce nonce = nonce();

        assertThat(nonce.redeem(nonce.issue(LATCHED, NOW), LATCHED, NOW + 600_001))
                .isFalse();
        assertThat(nonce.redeem(nonce.issue(LATCHED, NOW), LATCHED, NOW + 600_000))
                .isTrue();
    }

    private ResetNonce nonce() {
        return new ResetNonce(folder.resolve("control/reset"));
    }
}
