package io.lockstep.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.testkit.FakeAccount;
import io.lockstep.launcher.testkit.ManualWaitClock;
import io.lockstep.launcher.venue.AdminAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    private static final long DEAD_AFTER = 5_000;
    private static final long PID = 4_711;

    @TempDir
    private Path folder;

    private final ManualWaitClock clock = new ManualWaitClock();
    private final FakeAccount venue = new FakeAccount().order("BTCUSDT", "1");
    private final List<String> story = new ArrayList<>();
    private final AtomicBoolean alive = new AtomicBoolean(true);
    private ControlFile control;

    @BeforeEach
    void open() {
        control = ControlFile.open(folder);
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void shouldLeaveAnEngineAloneWhoseHeartbeatMoves() {
        control.begin(PID, 1);
        clock.whenWaiting(() -> control.heartbeat(clock.nowMs(), clock.nowMs()));

        Guard.End end = guard().run(() -> clock.nowMs() > 10 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.STOPPED);
        assertThat(venue.requests()).isEmpty();
        assertThat(control.isSet()).isFalse();
    }

    @Test
    void shouldLeaveAnEngineAloneThatHasEnded() {
        Guard.End end = guard().run(() -> clock.nowMs() > 10 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.STOPPED);
        assertThat(story).startsWith("STOPPED").doesNotContain("act");
    }

    @Test
    void shouldActWhenAHeartbeatStandsStill() {
        control.begin(PID, 1);

        Guard.End end = guard().run(() -> clock.nowMs() > 10 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.ACTED);
        assertThat(control.isSet()).isTrue();
        assertThat(new LatchFile(folder.resolve(LatchFile.NAME)).read().actor()).isEqualTo("guard");
        assertThat(venue.openOrders()).isEmpty();
        assertThat(story).startsWith("ALIVE", "HUNG", "act").endsWith("DONE");
    }

    @Test
    void shouldActInTimeWhenTheProcessHasGone() {
        control.begin(PID, 1);
        clock.whenWaiting(() -> {
            if (clock.nowMs() < 3_000) {
                control.heartbeat(clock.nowMs(), 1);
            } else {
                alive.set(false);
            }
            if (control.isSet() && story.contains("act")) {
                story.add("at " + clock.nowMs());
            }
        });

        Guard.End end = guard().run(() -> clock.nowMs() > 10 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.ACTED);
        assertThat(clock.nowMs()).isLessThan(3_000 + DEAD_AFTER + AccountSweep.CONFIRM_MS + 1_000);
        assertThat(story).contains("DEAD");
    }

    @Test
    void shouldWaitForAnEngineThatIsRestartedInTime() {
        control.begin(PID, 1);
        clock.whenWaiting(() -> {
            boolean gone = clock.nowMs() > 1_000 && clock.nowMs() < 1_000 + DEAD_AFTER - 500;
            alive.set(!gone);
            if (!gone) {
                control.heartbeat(clock.nowMs(), 1);
            }
        });

        Guard.End end = guard().run(() -> clock.nowMs() > 10 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.STOPPED);
        assertThat(venue.requests()).isEmpty();
    }

    @Test
    void shouldNeverGiveUpOnAVenueThatDoesNotAnswer() {
        control.begin(PID, 1);
        venue.failing(1_000_000);

        Guard.End end = guard().run(() -> clock.nowMs() > 1_000 * DEAD_AFTER);

        assertThat(end).isEqualTo(Guard.End.INCOMPLETE);
        assertThat(control.isSet()).isTrue();
        assertThat(venue.requests()).hasSizeGreaterThan(900);
    }

    private Guard guard() {
        EngineWatch watch = new EngineWatch(control, clock, pid -> alive.get(), pid -> false);
        Latches latches = new Latches(control, folder, folder.resolve("latch"), List.of("main"));
        AdminAccount account = new AdminAccount("main", Venue.SIMULATED, List.of("BTCUSDT"), venue);
        return new Guard(
                watch, latches, List.of(account), KillReach.EVERYTHING, DEAD_AFTER, clock, () -> 1_700, new Story());
    }

    private final class Story implements Guard.Listener {
        @Override
        public void onLook(Sign sign, long pid, long sequence, long stillForMs) {
            story.add(sign.name());
        }

        @Override
        public void onAct(String reason) {
            story.add("act");
        }

        @Override
        public void onStanding(Standing standing) {
            story.add(standing.phase().name());
        }
    }
}
