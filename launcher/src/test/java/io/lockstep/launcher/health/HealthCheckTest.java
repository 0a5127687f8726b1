package io.lockstep.launcher.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HealthCheckTest {
    private static final long NOW = 1_792_000_000_000L;
    private static final HealthLimits LIMITS =
            new HealthLimits(5_000, 30_000, 120_000, 10_000, 120_000, 250, 2L << 30, 1);

    @TempDir
    private Path folder;

    private ControlFile control;

    @BeforeEach
    void openHealthy() {
        control = ControlFile.open(folder);
        control.begin(42, NOW - 1_000_000);
        control.heartbeat(NOW - 100, 500);
        control.counters().set(Counter.JOURNALED, 500);
        set(Gauge.LIVE, 1);
        set(Gauge.TRADING_STATE, TradingState.RUN.value());
        set(Gauge.SUBSCRIPTIONS, 3);
        for (Gauge each : List.of(Gauge.MARKET_MS, Gauge.BAR_MS, Gauge.SENT_MS, Gauge.ANSWER_MS, Gauge.RECONCILED_MS)) {
            set(each, NOW - 1_000);
        }
        set(Gauge.CLOCK_MS, NOW - 1_000);
        set(Gauge.DISK_FREE, 10L << 30);
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void shouldBeGreenWhenEverythingWasSeenToHappen() {
        assertThat(check(Sign.ALIVE, false))
                .allSatisfy(each -> assertThat(each.ok()).as(each.toString()).isTrue());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("heartbeat", control -> control.heartbeat(NOW - 5_001, 500)),
                fault("live", control -> control.gauges().set(Gauge.LIVE, 0)),
                fault("state", control -> control.gauges().set(Gauge.TRADING_STATE, TradingState.HALT.value())),
                fault("subscriptions", control -> control.gauges().set(Gauge.SUBSCRIPTIONS, 0)),
                fault("marketConnections", control -> control.gauges().set(Gauge.MARKET_DOWN, 1)),
                fault("market", control -> control.gauges().set(Gauge.MARKET_MS, NOW - 30_001)),
                fault("market", control -> control.gauges().set(Gauge.MARKET_MS, 0)),
                fault("bar", control -> control.gauges().set(Gauge.BAR_MS, 0)),
                fault("orderPath", control -> control.gauges().set(Gauge.ORDER_ENTRY_DOWN, 1)),
                fault("orderPath", control -> {
                    control.gauges().set(Gauge.SENT_MS, NOW - 10_001);
                    control.gauges().set(Gauge.ANSWER_MS, NOW - 20_000);
                }),
                fault("privateStream", control -> control.gauges().set(Gauge.PRIVATE_DOWN, 1)),
                fault("unknownOrders", control -> control.gauges().set(Gauge.UNKNOWN_ORDERS, 1)),
                fault("reconciliation", control -> control.gauges().set(Gauge.UNRECONCILED, 1)),
                fault("reconciliation", control -> control.gauges().set(Gauge.RECONCILED_MS, NOW - 120_001)),
                fault("conservation", control -> control.counters().set(Counter.INTENTS, 1)),
                fault("conservation", control -> control.counters().set(Counter.SIGNALS, 1_448)),
                fault("journal", control -> control.counters().set(Counter.JOURNALED, 0)),
                fault("disk", control -> control.gauges().set(Gauge.DISK_FREE, 1L << 30)),
                fault("clock", control -> control.gauges().set(Gauge.CLOCK_OFFSET_NS, -251_000_000)),
                fault("clock", control -> control.gauges().set(Gauge.CLOCK_MS, 0)),
                fault("alerts", control -> control.gauges().set(Gauge.ALERTS_DEAD, 1)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldNameTheOneThingThatIsRed(String name, Consumer<ControlFile> fault) {
        fault.accept(control);

        List<Check> red =
                check(Sign.ALIVE, false).stream().filter(each -> !each.ok()).toList();

        assertThat(red).extracting(Check::name).containsExactly(name);
        assertThat(red.get(0).reason()).isNotBlank();
    }

    @Test
    void shouldBeRedWhenTheProcessHasGoneOrTheLatchIsSet() {
        assertThat(check(Sign.DEAD, true))
                .filteredOn(each -> !each.ok())
                .extracting(Check::name)
                .containsExactly("process", "latch");
    }

    @Test
    void shouldCountEverySignalThatLedToAnOrderOrWasSuppressed() {
        control.counters().set(Counter.SIGNALS, 10);
        control.counters().set(Counter.SUPPRESSED, 6);
        control.counters().set(Counter.INTENTS, 4);
        control.counters().set(Counter.ACCEPTED, 3);
        control.counters().set(Counter.DENIED, 1);

        assertThat(check(Sign.ALIVE, false)).allMatch(Check::ok);
    }

    private List<Check> check(Sign sign, boolean latched) {
        return HealthCheck.of(control, sign, latched, LIMITS, NOW);
    }

    private void set(Gauge gauge, long value) {
        control.gauges().set(gauge, value);
    }

    private static Arguments fault(String name, Consumer<ControlFile> fault) {
        return Arguments.of(name, fault);
    }
}
