package io.lockstep.launcher.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResetSecretTest {
    private static final String SECRET = "correct horse battery";

    @Test
    void shouldKnowItsSecretAgainFromTheText() {
        ResetSecret secret =
                ResetSecret.parse(ResetSecret.of(SECRET.toCharArray()).toString());

        assertThat(secret.matches(SECRET.toCharArray())).isTrue();
        assertThat(secret.matches((SECRET + "x").toCharArray())).isFalse();
        assertThat(secret.matches(new char[0])).isFalse();
    }

    @Test
    void shouldSaltEachHashAndShowNothingOfTheSecret() {
        String one = ResetSecret.of(SECRET.toCharArray()).toString();
        String other = ResetSecret.of(SECRET.toCharArray()).toString();

        assertThat(one).isNotEqualTo(other).startsWith("pbkdf2-sha256:600000:").doesNotContain("horse");
    }

    @Test
    void shouldRefuseAShortSecret() {
        assertThatThrownBy(() -> ResetSecret.of("short".toCharArray())).hasMessageContaining("least=12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OVERRIDE_2026",
                "pbkdf2-sha256:1000:00112233445566778899aabbccddeeff:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                "pbkdf2-sha256:600000:0011:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                "pbkdf2-sha256:600000:00112233445566778899aabbccddeeff:0011",
                "md5:600000:00112233445566778899aabbccddeeff:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
            })
    void shouldRefuseWhatIsNoStrongHash(String text) {
        assertThatThrownBy(() -> ResetSecret.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
