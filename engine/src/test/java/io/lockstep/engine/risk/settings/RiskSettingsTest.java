package io.lockstep.engine.risk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.risk.DrawdownScale;
import io.lockstep.engine.risk.window.PriceMove;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.Venue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskSettingsTest {
    private static final InstrumentLimits LIMITS = new InstrumentLimits("BTCUSDT", 1, 1, 1, 0);

    @Test
    void shouldNameEveryLimitThatLiveModeLacks() {
        RiskSettings settings = new RiskSettings(List.of(LIMITS), 100, 5, 120, 10, 2_000);

        assertThat(settings.missingFor(RunMode.LIVE))
                .containsExactly(
                        "account.maxGross",
                        "account.maxNet",
                        "triggers.maxDailyLoss",
                        "triggers.maxConcentrationPercent",
                        "triggers.maxTradesPerDay",
                        "triggers.alertAckMs");
    }

    @ParameterizedTest
    @EnumSource(
            value = RunMode.class,
            names = {"BACKTEST", "PAPER", "SHADOW"})
    void shouldMissNothingWhereNoOrderIsReal(RunMode mode) {
        RiskSettings settings = new RiskSettings(List.of(LIMITS), 100, 5, 120, 10, 2_000);

        assertThat(settings.missingFor(mode)).isEmpty();
    }

    @Test
    void shouldRefuseWhatContradictsItself() {
        assertThatThrownBy(() -> new RiskSettings(List.of(LIMITS, LIMITS), 100, 5, 120, 10, 2_000))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new RiskSettings(List.of(LIMITS), 100, 5, 4, 10, 2_000))
                .hasMessageContaining("minute");
        assertThatThrownBy(
                        () -> new ProtectionSettings(1_000, List.of(), List.of(), List.of(), List.of(), 5_000, 5_000))
                .hasMessageContaining("countdown");
    }

    @Test
    void shouldWaitAsLongAsAVenueMayWorkOnAnOrder() {
        assertThat(OutcomeSettings.defaults().horizonNs()).isEqualTo(13_250_000_000L);
    }

    @Test
    void shouldHoldWhatAVenueCannot() {
        ProtectionSettings protection = ProtectionSettings.defaults();

        assertThat(protection.isHeldHere(Venue.BINANCE_SPOT, OrderType.TRAILING_STOP))
                .isTrue();
        assertThat(protection.isHeldHere(Venue.BINANCE_SPOT, OrderType.STOP_LIMIT))
                .isFalse();
        assertThat(protection.isHeldHere(Venue.BINANCE_USDM, OrderType.TRAILING_STOP))
                .isFalse();
        assertThat(protection.isHeldHere(Venue.ALPACA, OrderType.LIMIT)).isFalse();
    }

    @Test
    void shouldEnterADrawdownStageAtOnceAndLeaveItLate() {
        DrawdownScale scale = new DrawdownScale();

        assertThat(scale.drawdown(2_999)).isFalse();
        assertThat(scale.drawdown(3_000)).isTrue();
        assertThat(scale.percent()).isEqualTo(70);
        scale.drawdown(5_000);
        assertThat(scale.percent()).isEqualTo(10);
        assertThat(scale.drawdown(4_800)).isFalse();
        assertThat(scale.drawdown(4_799)).isTrue();
        assertThat(scale.percent()).isEqualTo(30);
        scale.drawdown(0);
        assertThat(scale.percent()).isEqualTo(100);
    }

    @Test
    void shouldKnowHowFarAPriceMovedWithinItsWindowAndNoLonger() {
        PriceMove move = new PriceMove(64_000);
        move.add(1_000_000, 100);
        move.add(1_010_000, 110);

        assertThat(move.basisPoints(100)).isEqualTo(1_000);
        move.add(1_064_000, 105);
        assertThat(move.basisPoints(105)).isEqualTo(476);
        move.add(2_000_000, 100);
        assertThat(move.basisPoints(100)).isZero();
    }
}
