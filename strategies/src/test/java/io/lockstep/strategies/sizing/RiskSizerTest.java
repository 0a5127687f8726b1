package io.lockstep.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskSizerTest {
    private final RiskSizer sizer = new RiskSizer(RiskSettings.DEFAULTS);

    @Test
    void shouldEqualTheGoldenSizes() {
        Golden.Table golden = Golden.table("sizing.csv");

        for (int row = 0; row < golden.size(); row++) {
            SizedTrade trade = new RiskSizer(settings(golden, row)).size(request(golden, row));

            assertThat(trade.verdict()).as(golden.line(row)).hasToString(golden.text(row, "reason"));
            assertThat(trade.quantity()).as(golden.line(row)).isEqualTo(golden.exact(row, "qty"));
        }
    }

    @ParameterizedTest(name = "{0} open, exposure {1}, risk {2}: {3} {4}")
    @CsvSource({
        "0, 0,    0,   26, SLOT_CAP",
        "1, 2600, 0,   27, SLOT_CAP",
        "3, 7800, 0,   2,  SLOT_CAP",
        "4, 0,    0,   0,  MAX_POSITIONS",
        "0, 8000, 0,   0,  BELOW_MIN",
        "0, 9000, 0,   0,  BELOW_MIN",
        "0, 0,    162, 0,  CONCURRENT_RISK",
        "0, 0,    161, 26, SLOT_CAP",
    })
    void shouldShareTheExposureAmongSlots(int open, long exposure, long risk, long quantity, SizingVerdict verdict) {
        RiskRequest request = new RiskRequest(
                e8("10000"),
                e8("100"),
                e8("98.5"),
                FixedPoint.ONE,
                open,
                exposure * FixedPoint.ONE,
                risk * FixedPoint.ONE,
                false,
                FixedPoint.ONE,
                FixedPoint.ONE);

        SizedTrade trade = sizer.size(request);

        assertThat(trade).isEqualTo(new SizedTrade(quantity * FixedPoint.ONE, verdict));
        assertThat(trade.verdict().isRefusal()).isEqualTo(quantity == 0);
    }

    @Test
    void shouldRefuseATradeWithoutStopDistance() {
        RiskRequest request = new RiskRequest(
                e8("10000"), e8("100"), e8("100"), FixedPoint.ONE, 0, 0, 0, false, FixedPoint.ONE, FixedPoint.ONE);

        assertThat(sizer.size(request)).isEqualTo(new SizedTrade(0, SizingVerdict.ZERO_STOP));
    }

    @Test
    void shouldRefuseSettingsOutOfRange() {
        assertThatThrownBy(() -> new RiskSettings(0, 1, 1, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("risk=0");
    }

    private static RiskSettings settings(Golden.Table golden, int row) {
        RiskSettings defaults = RiskSettings.DEFAULTS;
        return new RiskSettings(
                golden.exact(row, "risk"),
                defaults.concurrent(),
                defaults.maxPositions(),
                golden.exact(row, "slot_cap_pct"),
                defaults.minSlots(),
                golden.exact(row, "single_cap_pct"),
                defaults.leveragedFactor());
    }

    private static RiskRequest request(Golden.Table golden, int row) {
        return new RiskRequest(
                golden.exact(row, "equity"),
                golden.exact(row, "entry"),
                golden.exact(row, "stop"),
                golden.exact(row, "conf"),
                golden.integer(row, "open_positions"),
                golden.exact(row, "exposure"),
                golden.exact(row, "open_risk"),
                golden.integer(row, "leveraged") == 1,
                golden.exact(row, "lot"),
                golden.exact(row, "min_notional"));
    }

    private static long e8(String value) {
        return FixedPoint.parse(value);
    }
}
