package io.lockstep.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.Threading;
import io.lockstep.engine.WaitMode;
import io.lockstep.journal.JournalSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostCheckTest {
    private static final long GIB = 1L << 30;
    private static final List<String> FLAGS =
            List.of("-XX:+DisableAttachMechanism", "-XX:-HeapDumpOnOutOfMemoryError", "-Xms512m", "-Xmx1g", "-Xmx512m");

    @Test
    void shouldFindNothingWrongWithAGoodMachine() {
        assertThat(wrong(new HostCheck(4, 50 * GIB, 100 * GIB, FLAGS), WaitMode.AUTO))
                .isEmpty();
    }

    @Test
    void shouldFindADiskThatIsNearlyFull() {
        assertThat(wrong(new HostCheck(4, 5 * GIB, 200 * GIB, FLAGS), WaitMode.AUTO))
                .containsExactly("disk");
    }

    @Test
    void shouldFindSpinningThatTakesEveryCore() {
        assertThat(wrong(new HostCheck(5, 50 * GIB, 100 * GIB, FLAGS), WaitMode.BUSY_SPIN))
                .containsExactly("cores");
    }

    @Test
    void shouldFindAHeapThatGrowsAndAJvmThatDebuggersMayEnter() {
        assertThat(wrong(new HostCheck(4, 50 * GIB, 100 * GIB, List.of("-Xmx1g")), WaitMode.AUTO))
                .containsExactly("heap", "jvm", "jvm");
    }

    @Test
    void shouldMeasureTheDiskOfAFolderThatIsNotThereYet() {
        HostCheck here = HostCheck.of(Path.of("no", "such", "folder"));

        assertThat(here.totalBytes()).isPositive();
        assertThat(here.cores()).isPositive();
    }

    private static List<String> wrong(HostCheck host, WaitMode mode) {
        EngineSettings plain = EngineSettings.defaults();
        EngineSettings staged = new EngineSettings(
                Threading.STAGED,
                mode,
                plain.ringSize(),
                plain.checkpointEvery(),
                plain.latencySampleEvery(),
                plain.barCloseDelayMs(),
                plain.timerIntervalMs(),
                plain.drainMs(),
                plain.rememberedOrders());
        return host.run(JournalSettings.defaults(), staged).stream()
                .filter(Finding::isWrong)
                .map(Finding::check)
                .toList();
    }
}
