package io.lockstep.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.Golden;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class KellySizerTest {
    private static final KellySettings SETTINGS =
            new KellySettings(e8("0.5"), e8("0.05"), e8("0.20"), e8("0.10"), 100, 20);

    @Test
    void shouldEqualTheGoldenFractionsToTheEighthDecimal() {
        Golden.Table golden = Golden.table("kelly.csv");

        for (int row = 0; row < golden.size(); row++) {
            KellySizer sizer = sizer(golden.text(row, "returns").split(" "));

            String name = golden.text(row, "name");
            assertThat(sizer.basis()).as(name).hasToString(golden.text(row, "reason"));
            assertThat(sizer.fraction()).as(name).isEqualTo(rounded(golden.text(row, "size_fraction")));
            assertThat(sizer.streakFactor()).as(name).isEqualTo(golden.exact(row, "streak_mult"));
            if (!golden.text(row, "full_kelly").isEmpty()) {
                assertThat(sizer.fullKelly()).as(name).isEqualTo(rounded(golden.text(row, "full_kelly")));
            }
        }
    }

    @Test
    void shouldFallBackUntilThereAreEnoughTrades() {
        KellySizer sizer = sizer("0.03", "-0.01");

        assertThat(sizer.basis()).isEqualTo(KellySizer.Basis.WARMUP);
        assertThat(sizer.fraction()).isEqualTo(e8("0.10"));
    }

    @Test
    void shouldNotTradeWithoutAnEdge() {
        KellySizer sizer = sizer(repeat("0.02", "-0.02", 10));

        assertThat(sizer.basis()).isEqualTo(KellySizer.Basis.NO_EDGE);
        assertThat(sizer.fraction()).isZero();
    }

    @Test
    void shouldClampToTheLargestSize() {
        KellySizer sizer = sizer(repeat("-0.01", "0.05", 10));

        assertThat(sizer.basis()).isEqualTo(KellySizer.Basis.OK);
        assertThat(sizer.fullKelly()).isEqualTo(e8("0.4"));
        assertThat(sizer.fraction()).isEqualTo(e8("0.20"));
    }

    @Test
    void shouldForgetTradesBeyondTheLookback() {
        KellySizer sizer = new KellySizer(new KellySettings(e8("0.5"), e8("0.05"), e8("0.20"), e8("0.10"), 2, 2));

        List.of("-0.9", "0.02", "0.03").forEach(value -> sizer.add(e8(value)));

        assertThat(sizer.basis()).isEqualTo(KellySizer.Basis.ONE_SIDED);
    }

    @Test
    void shouldRefuseBoundsThatCross() {
        assertThatThrownBy(() -> new KellySettings(1, 3, 2, 0, 10, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KellySizer sizer(String... returns) {
        KellySizer sizer = new KellySizer(SETTINGS);
        for (String value : returns) {
            sizer.add(e8(value));
        }
        return sizer;
    }

    private static String[] repeat(String first, String second, int times) {
        String[] all = new String[2 * times];
        for (int i = 0; i < times; i++) {
            all[2 * i] = first;
            all[2 * i + 1] = second;
        }
        return all;
    }

    private static long rounded(String value) {
        return FixedPoint.of(new BigDecimal(value).setScale(8, RoundingMode.HALF_EVEN));
    }

    private static long e8(String value) {
        return FixedPoint.parse(value);
    }
}
