package io.lockstep.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.Side;
import io.lockstep.strategies.Golden;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalMixerTest {
    @Test
    void shouldEqualTheGoldenScores() {
        Golden.Table golden = Golden.table("mixer.csv");

        for (int row = 0; row < golden.size(); row++) {
            SignalMixer mixer = mixer(golden.integer(row, "renorm") == 1);
            Regime regime = Regime.valueOf(golden.text(row, "regime").toUpperCase(Locale.ROOT));
            long score = mixer.mix(
                    regime,
                    new Scores(
                            golden.exact(row, "tech"),
                            golden.exact(row, "sentiment"),
                            golden.integer(row, "has_sentiment") == 1,
                            golden.integer(row, "important_filing") == 1,
                            golden.integer(row, "regulatory_block") == 1));

            assertThat(score).as(golden.line(row)).isEqualTo(golden.exact(row, "score"));
            assertThat(word(mixer.side(score))).as(golden.line(row)).isEqualTo(golden.text(row, "signal"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.12, BUY", "0.11999999, NONE", "0, NONE", "-0.11999999, NONE", "-0.12, SELL"})
    void shouldCountAScoreOnTheThreshold(String score, Side side) {
        assertThat(mixer(false).side(FixedPoint.parse(score))).isEqualTo(side);
    }

    @Test
    void shouldNeverBeLongUnderARegulatoryBlock() {
        Scores blocked = new Scores(FixedPoint.ONE, FixedPoint.ONE, true, true, true);

        assertThat(mixer(false).mix(Regime.TREND, blocked)).isZero();
    }

    @Test
    void shouldWeighToOneInEveryRegime() {
        assertThat(Regime.values())
                .allMatch(regime -> regime.technicalWeight() + regime.sentimentWeight() == FixedPoint.ONE);
    }

    private static SignalMixer mixer(boolean renormalize) {
        return new SignalMixer(FixedPoint.parse("0.12"), FixedPoint.parse("0.10"), renormalize);
    }

    private static String word(Side side) {
        return switch (side) {
            case BUY -> "LONG";
            case SELL -> "SHORT";
            default -> "HOLD";
        };
    }
}
