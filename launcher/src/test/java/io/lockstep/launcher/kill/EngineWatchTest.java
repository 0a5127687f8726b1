package io.lockstep.launcher.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.operator.WaitClock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EngineWatchTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(20)
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux says in /proc whether a process is stopped")
    void shouldSeeThatASignalStoppedTheProcess() throws IOException, InterruptedException {
        Process engine = new ProcessBuilder("sleep", "600").start();
        try (ControlFile control = ControlFile.open(folder)) {
            control.begin(engine.pid(), 1);
            EngineWatch watch = new EngineWatch(control, WaitClock.SYSTEM);
            boolean before = watch.isSuspended();

            signal("-STOP", engine);

            assertThat(before).isFalse();
            awaitSuspended(watch, true);
            signal("-CONT", engine);
            awaitSuspended(watch, false);
        } finally {
            engine.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldNotCallAProcessSuspendedThatIsNotThere() {
        try (ControlFile control = ControlFile.open(folder)) {
            assertThat(new EngineWatch(control, WaitClock.SYSTEM).isSuspended()).isFalse();
        }
    }

    private static void awaitSuspended(EngineWatch watch, boolean suspended) {
        while (watch.isSuspended() != suspended) {
            Thread.onSpinWait();
        }
    }

    private static void signal(String signal, Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
}
