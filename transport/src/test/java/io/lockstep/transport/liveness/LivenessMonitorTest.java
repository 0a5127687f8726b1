package io.lockstep.transport.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LivenessMonitorTest {
    private static final int TRADES = 0;
    private static final int DEPTH = 40;

    private final List<String> muted = new ArrayList<>();
    private final LivenessMonitor monitor = new LivenessMonitor();

    @Test
    void shouldFindTheOneStreamThatIsMute() {
        monitor.watch(TRADES, 100, 0);
        monitor.watch(DEPTH, 100, 0);
        monitor.heard(DEPTH);
        poll(50);

        poll(100);

        assertThat(muted).containsExactly("0 for 100");
        assertThat(monitor.isMute(TRADES)).isTrue();
        assertThat(monitor.isMute(DEPTH)).isFalse();
    }

    @Test
    void shouldTellEachSilenceOnce() {
        monitor.watch(TRADES, 100, 0);

        poll(99);
        poll(100);
        poll(500);

        assertThat(muted).containsExactly("0 for 100");
    }

    @Test
    void shouldTellAgainAfterItWasHeard() {
        monitor.watch(TRADES, 100, 0);
        poll(100);
        monitor.heard(TRADES);
        assertThat(monitor.isMute(TRADES)).isFalse();
        poll(150);

        poll(250);

        assertThat(muted).containsExactly("0 for 100", "0 for 100");
    }

    @Test
    void shouldCountSilenceFromTheWatchOn() {
        poll(1_000);
        monitor.watch(TRADES, 100, 1_000);

        poll(1_099);

        assertThat(muted).isEmpty();
    }

    @Test
    void shouldNotWatchWhatIsIgnored() {
        monitor.watch(TRADES, 100, 0);
        monitor.ignore(TRADES);
        monitor.ignore(DEPTH);
        monitor.heard(DEPTH);

        poll(1_000);

        assertThat(muted).isEmpty();
    }

    @Test
    void shouldRefuseAnEndlessSilence() {
        assertThatThrownBy(() -> monitor.watch(TRADES, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("silence must be positive: stream=0, maxSilenceNs=0");
    }

    private void poll(long nowNs) {
        monitor.poll(nowNs, (stream, silentNs) -> muted.add(stream + " for " + silentNs));
    }
}
