package io.lockstep.strategies.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectiveLevelsTest {
    private static final TrailingRule PERCENT = new TrailingRule.Percent(e8("0.05"), e8("0.02"));
    private static final TrailingRule STEPS = new TrailingRule.Steps(e8("1.5"), e8("0.5"), e8("2"));

    @Test
    void shouldEqualTheWorkedEntry() {
        ProtectiveLevels levels = new ProtectiveLevels(ExitSettings.fixed(e8("1.5"), e8("5")));

        levels.open(1, e8("106.69"), e8("0.48610157"));

        assertThat(FixedPoint.format(levels.stop())).startsWith("105.9608");
        assertThat(FixedPoint.format(levels.target())).startsWith("109.1205");
    }

    @Test
    void shouldNotPutTheStopFartherThanItsFraction() {
        ProtectiveLevels levels = new ProtectiveLevels(
                new ExitSettings(e8("1.5"), e8("5"), e8("0.02"), TrailingRule.OFF, Ladder.NONE, Ladder.NONE, 0));

        levels.open(-1, e8("100"), e8("10"));

        assertThat(levels.stop()).isEqualTo(e8("102"));
    }

    @Test
    void shouldPreferTheStopWhenABarReachesBoth() {
        ProtectiveLevels levels = new ProtectiveLevels(ExitSettings.fixed(e8("1"), e8("1")));
        levels.open(1, e8("100"), e8("1"));

        assertThat(levels.onPrices(e8("98"), e8("102"))).isEqualTo(ExitReason.STOP);
    }

    @ParameterizedTest(name = "sign {0}: best {1} -> stop {2}")
    @CsvSource({
        "1,  104.99, 98.5",
        "1,  105,    102.9",
        "1,  110,    107.8",
        "-1, 95.01,  101.5",
        "-1, 95,     96.9",
        "-1, 90,     91.8",
    })
    void shouldTrailAPercentageBehindTheBest(int sign, String best, String stop) {
        ProtectiveLevels levels = levels(PERCENT);
        levels.open(sign, e8("100"), e8("1"));

        levels.onPrices(e8(best), e8(best));

        assertThat(FixedPoint.format(levels.stop())).isEqualTo(stop);
    }

    @ParameterizedTest(name = "best {0} -> stop {1}")
    @CsvSource({"101.49, 98.5", "101.5, 99.5", "101.99, 99.5", "102, 100", "104.7, 102.5"})
    void shouldTrailInStepsOfTheRange(String best, String stop) {
        ProtectiveLevels levels = levels(STEPS);
        levels.open(1, e8("100"), e8("1"));

        levels.onPrices(e8(best), e8(best));

        assertThat(FixedPoint.format(levels.stop())).isEqualTo(stop);
    }

    @Test
    void shouldNameTheTrailingStop() {
        ProtectiveLevels levels = levels(STEPS);
        levels.open(1, e8("100"), e8("1"));
        levels.onPrices(e8("103"), e8("103"));

        assertThat(levels.onPrices(e8("101"), e8("101"))).isEqualTo(ExitReason.TRAILING_STOP);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldNeverMoveTheStopAgainstThePositionNorPastThePrice(long seed) {
        Random random = new Random(seed);
        int sign = random.nextBoolean() ? 1 : -1;
        ProtectiveLevels levels = levels(random.nextBoolean() ? PERCENT : STEPS);
        levels.open(sign, e8("100"), e8("1"));
        long price = e8("100");
        long stop = levels.stop();

        for (int i = 0; i < 10_000; i++) {
            price = Math.max(e8("50"), price + (random.nextInt(41) - 20 + sign) * FixedPoint.ONE / 100);
            if (levels.onPrices(price, price).isExit()) {
                return;
            }
            assertThat(sign * (levels.stop() - stop)).as("seed %s", seed).isNotNegative();
            assertThat(sign * (price - levels.stop())).as("seed %s", seed).isPositive();
            stop = levels.stop();
        }
    }

    @Test
    void shouldRefusePartialExitsThatCloseMoreThanThereIs() {
        Ladder ladder =
                new Ladder(List.of(new Ladder.Rung(e8("0.05"), e8("0.6")), new Ladder.Rung(e8("0.1"), e8("0.5"))));

        assertThatThrownBy(() -> new ExitSettings(1, 1, 0, TrailingRule.OFF, ladder, Ladder.NONE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sum=1.1");
    }

    @Test
    void shouldReadALadderWhoseSharesSumToOne() {
        StrategyParameters parameters = new StrategyParameters("p", Map.of());

        Ladder ladder = Ladder.read(parameters, "partials", "0.05:0.25,0.10:0.35,0.15:0.40");

        assertThat(ladder.totalShare()).isEqualTo(FixedPoint.ONE);
        assertThat(parameters.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "0.05:x", "0.1:0.2,0.05:0.2", "-0.1:0.5", ""})
    void shouldReportAFaultyLadder(String text) {
        StrategyParameters parameters = new StrategyParameters("p", Map.of("partials", text));

        Ladder ladder = Ladder.read(parameters, "partials", "off");

        assertThat(ladder).isEqualTo(Ladder.NONE);
        assertThat(parameters.faults()).hasSize(1).first().asString().contains("p.partials=");
    }

    private static ProtectiveLevels levels(TrailingRule trailing) {
        return new ProtectiveLevels(new ExitSettings(e8("1.5"), e8("50"), 0, trailing, Ladder.NONE, Ladder.NONE, 0));
    }

    private static long e8(String value) {
        return FixedPoint.parse(value);
    }
}
