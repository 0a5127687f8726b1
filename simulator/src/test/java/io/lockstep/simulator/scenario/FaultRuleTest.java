package io.lockstep.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of many frames a fault happens to. */
class FaultRuleTest {
    private static final FaultSettings GAP = FaultSettings.of(FaultKind.GAP);

    @Test
    void shouldHappenToEverySoManythAfterThoseSkipped() {
        assertThat(taken(GAP.times(2, 3, 0), 12)).containsExactly(2, 5, 8, 11);
    }

    @Test
    void shouldStopWhenItHasHappenedOftenEnough() {
        assertThat(taken(GAP.times(0, 1, 3), 12)).containsExactly(0, 1, 2);
    }

    @Test
    void shouldHappenOnlyWithinItsTime() {
        FaultRule rule = new FaultRule(GAP.times(0, 1, 0).during(Duration.ofMillis(10), Duration.ofMillis(5)));

        assertThat(rule.takes("/ws", "x", 9)).isFalse();
        assertThat(rule.takes("/ws", "x", 10)).isTrue();
        assertThat(rule.takes("/ws", "x", 14)).isTrue();
        assertThat(rule.takes("/ws", "x", 15)).isFalse();
        assertThat(rule.happened()).isEqualTo(2);
    }

    @Test
    void shouldCountOnlyWhatFitsAsAChance() {
        FaultRule rule = new FaultRule(GAP.where("/ws", "trade").times(1, 1, 1));

        assertThat(rule.takes("/stream", "trade", 0)).isFalse();
        assertThat(rule.takes("/ws", "depth", 0)).isFalse();
        assertThat(rule.takes("/ws", "trade", 0)).as("skipped").isFalse();
        assertThat(rule.takes("/ws", "trade", 0)).isTrue();
    }

    @Test
    void shouldRefuseKeysItWouldNotLookAt() {
        assertRefused(() -> FaultSettings.of(FaultKind.MUTE).where(null, "x"), "match");
        assertRefused(() -> FaultSettings.of(FaultKind.BAN).where("/ws", null), "path=/ws");
        assertRefused(() -> FaultSettings.of(FaultKind.RESTART).times(0, 1, 2), "count");
        assertRefused(() -> FaultSettings.of(FaultKind.CLOCK_SKEW).skewed(0), "skewMs=0");
        assertRefused(() -> FaultSettings.of(FaultKind.BAN).during(Duration.ZERO, null), "lasts");
    }

    private static List<Integer> taken(FaultSettings settings, int frames) {
        FaultRule rule = new FaultRule(settings);
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            if (rule.takes("/ws", "x", 0)) {
                taken.add(i);
            }
        }
        return taken;
    }

    private static void assertRefused(Runnable make, String why) {
        assertThatThrownBy(make::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
