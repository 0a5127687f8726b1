package io.lockstep.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.strategies.Golden;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BasketRouterTest {
    private static final List<String> SYMBOLS =
            List.of("AAPL", "MSFT", "AMZN", "META", "GOOGL", "TSLA", "SQQQ", "QQQ", "NVDA");
    private static final int FUND = SYMBOLS.indexOf("SQQQ");
    private static final int INDEX = SYMBOLS.indexOf("QQQ");
    private static final long SECOND = 1_000_000_000L;

    private final Set<Integer> held = new HashSet<>();
    private final BasketRouter router =
            new BasketRouter(BasketSettings.DEFAULTS, FUND, List.of(0, 1, 2, 3, 4, 5), List.of(INDEX));

    @Test
    void shouldEqualTheGoldenDecisions() {
        Golden.Table golden = Golden.table("basket.csv");

        for (int row = 0; row < golden.size(); row++) {
            long now = Long.parseLong(golden.text(row, "ts_s")) * SECOND;
            int symbol = SYMBOLS.indexOf(golden.text(row, "symbol"));
            switch (golden.text(row, "event")) {
                case "VOTE" -> router.vote(now, symbol, golden.exact(row, "value"));
                case "POSITION" -> hold(symbol, golden.integer(row, "value") != 0);
                default -> assertDecision(golden, row, router.evaluate(now, held::contains));
            }
        }
    }

    @Test
    void shouldGiveOneTickerOneVote() {
        for (int i = 0; i < 10; i++) {
            router.vote(i * SECOND, 0, FixedPoint.parse("-0.5"));
        }

        assertThat(router.evaluate(10 * SECOND, held::contains)).isEqualTo(BasketDecision.SUPPRESS_MIN_SIGNALS);
        assertThat(router.votes()).isEqualTo(1);
    }

    @Test
    void shouldPassOverScoresFromOutsideTheBasket() {
        boolean counted = router.vote(0, SYMBOLS.indexOf("NVDA"), FixedPoint.parse("-0.9"));

        assertThat(counted).isFalse();
    }

    @Test
    void shouldEnterOnceForAThousandEqualSignals() {
        IntStream.range(0, 3).forEach(member -> router.vote(SECOND, member, FixedPoint.parse("-0.5")));

        long entries = IntStream.range(0, 1_000)
                .filter(i -> router.evaluate(SECOND + i, held::contains) == BasketDecision.ENTER)
                .count();

        assertThat(entries).isEqualTo(1);
    }

    @Test
    void shouldCountConditionsExactlyOnTheirThresholds() {
        router.vote(0, 0, FixedPoint.parse("-0.20"));
        router.vote(0, 1, FixedPoint.parse("-0.20"));
        router.vote(0, 2, FixedPoint.parse("-0.20"));
        router.vote(0, 3, FixedPoint.parse("0"));
        router.vote(0, 4, FixedPoint.parse("0"));

        assertThat(router.evaluate(1, held::contains)).isEqualTo(BasketDecision.ARMED);
        assertThat(FixedPoint.format(router.negativeShare())).isEqualTo("0.6");
        assertThat(FixedPoint.format(router.mean())).isEqualTo("-0.12");
    }

    private void assertDecision(Golden.Table golden, int row, BasketDecision decision) {
        String expected = golden.text(row, "decision").replace("ENTER_SQQQ", "ENTER");
        assertThat(decision).as(golden.line(row)).hasToString(expected);
        assertThat(router.votes()).as(golden.line(row)).isEqualTo(golden.integer(row, "n_votes"));
        if (!golden.text(row, "mean").isEmpty()) {
            assertThat(sixDecimals(router.mean())).isEqualTo(golden.text(row, "mean"));
            assertThat(sixDecimals(router.negativeShare())).isEqualTo(golden.text(row, "neg_fraction"));
        }
    }

    private void hold(int symbol, boolean isHeld) {
        if (isHeld) {
            held.add(symbol);
        } else {
            held.remove(symbol);
        }
    }

    private static String sixDecimals(long value) {
        return BigDecimal.valueOf(value, FixedPoint.DECIMALS)
                .setScale(6, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
