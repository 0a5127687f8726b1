package io.lockstep.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.telemetry.Counter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheLatchAcrossRestarts() {
        try (ControlFile control = ControlFile.open(folder)) {
            control.kill(1_700);
        }

        try (ControlFile control = ControlFile.open(folder)) {
            control.begin(42, 2_000);
            assertThat(control.isSet()).isTrue();
            assertThat(control.killedAtMs()).isEqualTo(1_700);
            control.reset();
            assertThat(control.isSet()).isFalse();
        }
    }

    @Test
    void shouldKeepTheFirstTimeOfAKill() {
        try (ControlFile control = ControlFile.open(folder)) {
            control.kill(1_700);
            control.kill(1_800);

            assertThat(control.killedAtMs()).isEqualTo(1_700);
        }
    }

    @Test
    void shouldBeSetEvenWhereTheClockIsNot() {
        try (ControlFile control = ControlFile.open(folder)) {
            control.kill(0);
            control.requestStop(0);

            assertThat(control.isSet()).isTrue();
            assertThat(control.isStopRequested()).isTrue();
        }
    }

    @Test
    void shouldShowEachMappingWhatTheOtherWrites() {
        try (ControlFile engine = ControlFile.open(folder);
                ControlFile operator = ControlFile.open(folder)) {
            engine.begin(42, 2_000);
            engine.heartbeat(2_100, 77);
            engine.counters().add(Counter.SENT, 5);

            assertThat(operator.pid()).isEqualTo(42);
            assertThat(operator.startedMs()).isEqualTo(2_000);
            assertThat(operator.heartbeatMs()).isEqualTo(2_100);
            assertThat(operator.sequence()).isEqualTo(77);
            assertThat(operator.counters().get(Counter.SENT)).isEqualTo(5);
            operator.kill(2_200);
            operator.requestStop(2_300);
            assertThat(engine.isSet()).isTrue();
            assertThat(engine.isStopRequested()).isTrue();
        }
    }

    @Test
    void shouldStartARunFromZero() {
        try (ControlFile control = ControlFile.open(folder)) {
            control.counters().add(Counter.FILLS, 9);
            control.requestStop(1);

            control.begin(42, 2_000);

            assertThat(control.counters().get(Counter.FILLS)).isZero();
            assertThat(control.isStopRequested()).isFalse();
            control.end();
            assertThat(control.pid()).isZero();
        }
    }

    @Test
    void shouldShowGaugesApartFromCounters() {
        try (ControlFile engine = ControlFile.open(folder);
                ControlFile operator = ControlFile.open(folder)) {
            for (Gauge gauge : Gauge.values()) {
                engine.gauges().set(gauge, 100 + gauge.ordinal());
            }
            engine.gauges().add(Gauge.ALERTS_DEAD, 1);

            for (Counter counter : Counter.values()) {
                assertThat(operator.counters().get(counter)).isZero();
            }
            assertThat(operator.gauges().get(Gauge.LIVE)).isEqualTo(100);
            assertThat(operator.gauges().get(Gauge.ALERTS_DEAD)).isEqualTo(101 + Gauge.ALERTS_DEAD.ordinal());
        }
    }

    @Test
    void shouldTakeOverTheLatchOfAVersion1File() throws Exception {
        ByteBuffer old = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        old.putLong(0, 0x504554534B434F4CL).putInt(8, 1).putLong(16, 1_700);
        Files.write(folder.resolve(ControlFile.NAME), old.array());

        try (ControlFile control = ControlFile.open(folder)) {
            assertThat(control.killedAtMs()).isEqualTo(1_700);
            assertThat(control.gauges().get(Gauge.OPEN_ORDERS)).isZero();
        }
    }

    @Test
    void shouldRefuseAFileThatIsSomethingElse() throws Exception {
        Files.writeString(folder.resolve(ControlFile.NAME), "this is a text, not a control file");

        assertThatThrownBy(() -> ControlFile.open(folder)).hasMessageContaining("not a control file");
    }

    @Test
    void shouldMakeItsFolder() {
        Path deeper = folder.resolve("a/b");

        assertThat(ControlFile.exists(deeper)).isFalse();
        ControlFile.open(deeper).close();
        assertThat(ControlFile.exists(deeper)).isTrue();
    }
}
