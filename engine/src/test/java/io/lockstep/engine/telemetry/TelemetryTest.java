package io.lockstep.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.AllocationMeter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    @Test
    void shouldCountEachCounterByItself() {
        Counters counters = new Counters();
        for (Counter counter : Counter.values()) {
            counters.add(counter, counter.ordinal());
            counters.add(counter, 1);
        }

        for (Counter counter : Counter.values()) {
            assertThat(counters.get(counter)).isEqualTo(counter.ordinal() + 1);
        }
        counters.set(Counter.FEEDBACK_WAITING, 3);
        assertThat(counters.get(Counter.FEEDBACK_WAITING)).isEqualTo(3);
    }

    @Test
    void shouldCallNoTwoThingsTheSame() {
        assertThat(Arrays.stream(Counter.values()).map(Counter::label)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(LatencyStage.values()).map(LatencyStage::label))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldAddUpWhatWasRecordedBetweenReadings() {
        LatencyRecorder latency = new LatencyRecorder(4);
        latency.record(LatencyStage.RISK, 1_000);
        assertThat(latency.total(LatencyStage.RISK).getTotalCount()).isEqualTo(1);

        latency.record(LatencyStage.RISK, 5_000);

        assertThat(latency.total(LatencyStage.RISK).getTotalCount()).isEqualTo(2);
        assertThat(latency.total(LatencyStage.RISK).getMaxValue()).isBetween(4_990L, 5_010L);
        assertThat(latency.total(LatencyStage.JOURNAL).getTotalCount()).isZero();
    }

    @Test
    void shouldTakeAnyDurationWithoutAllocating() {
        LatencyRecorder latency = new LatencyRecorder(1);

        long bytes = AllocationMeter.bytes(10_000, i -> latency.record(LatencyStage.TOTAL, 1L << i % 63));

        assertThat(bytes).isZero();
        latency.record(LatencyStage.TOTAL, Long.MAX_VALUE);
        latency.record(LatencyStage.TOTAL, -5);
        assertThat(latency.total(LatencyStage.TOTAL).getTotalCount()).isEqualTo(20_002);
    }

    @Test
    void shouldSampleEveryNthEvent() {
        LatencyRecorder latency = new LatencyRecorder(4);

        assertThat(latency.isOn()).isTrue();
        assertThat(latency.isSampled(8)).isTrue();
        assertThat(latency.isSampled(9)).isFalse();
        assertThat(new LatencyRecorder(0).isSampled(8)).isFalse();
        assertThat(new LatencyRecorder(0).isOn()).isFalse();
    }
}
