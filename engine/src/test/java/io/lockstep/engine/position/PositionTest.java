package io.lockstep.engine.position;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    private final Instrument bitcoin = TestInstruments.bitcoin(0);
    private final Position position = new Position();

    @Test
    void shouldAverageWhatItOpens() {
        position.fill(bitcoin, true, e8("100"), e8("1"));
        position.fill(bitcoin, true, e8("110"), e8("3"));

        assertThat(position.quantity()).isEqualTo(e8("4"));
        assertThat(position.averagePrice()).isEqualTo(e8("107.5"));
        assertThat(position.realizedPnl()).isZero();
        assertThat(position.unrealizedPnl(bitcoin, e8("108"))).isEqualTo(e8("2"));
    }

    @ParameterizedTest
    @CsvSource({
        // first fill, second fill, realized, quantity after, cost after
        "true, 100, 2,  false, 110, 1,  10,  1,  100",
        "true, 100, 2,  false, 110, 2,  20,  0,  0",
        "true, 100, 2,  false, 110, 5,  20, -3,  330",
        "false, 100, 2, true, 90, 1,    10, -1,  100",
        "false, 100, 2, true, 90, 5,    20,  3,  270",
        "false, 100, 2, true, 120, 2,  -40,  0,  0"
    })
    void shouldRealizeWhatItCloses(
            boolean firstBuys,
            String price,
            String size,
            boolean secondBuys,
            String secondPrice,
            String secondSize,
            String realized,
            String quantity,
            String cost) {
        position.fill(bitcoin, firstBuys, e8(price), e8(size));

        long pnl = position.fill(bitcoin, secondBuys, e8(secondPrice), e8(secondSize));

        assertThat(pnl).isEqualTo(e8(realized));
        assertThat(position.realizedPnl()).isEqualTo(e8(realized));
        assertThat(position.quantity()).isEqualTo(e8(quantity));
        assertThat(position.cost()).isEqualTo(e8(cost));
        assertThat(position.fills()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldLoseNothingToRounding(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long proceeds = 0;
        long spending = 0;
        long bought = 0;

        for (int i = 0; i < 5_000; i++) {
            boolean buy = random.nextBoolean();
            long price = random.nextLong(1, e8("100000"));
            long size = random.nextLong(1, e8("3"));
            position.fill(bitcoin, buy, price, size);
            spending += buy ? bitcoin.notional(price, size) : 0;
            proceeds += buy ? 0 : bitcoin.notional(price, size);
            bought += buy ? size : -size;
            long openValue = position.quantity() > 0 ? position.cost() : -position.cost();
            boolean exact = proceeds - spending == position.realizedPnl() - openValue
                    && position.quantity() == bought
                    && (position.quantity() != 0 || position.cost() == 0)
                    && position.cost() >= 0;
            if (!exact) {
                throw new AssertionError("seed " + seed + " fill " + i + ": " + (proceeds - spending) + " is not "
                        + position.realizedPnl() + " - " + openValue);
            }
        }
    }

    @Test
    void shouldKeepFeesApart() {
        position.fill(bitcoin, true, e8("100"), e8("1"));
        position.fee(e8("0.1"));
        position.fee(-e8("0.02"));

        assertThat(position.fees()).isEqualTo(e8("0.08"));
        assertThat(position.realizedPnl()).isZero();
    }

    @Test
    void shouldShrinkByAFeeTakenInKindAndCountItsCostAsFee() {
        position.fill(bitcoin, true, e8("100"), e8("2"));

        position.feeInKind(e8("0.002"));

        assertThat(position.quantity()).isEqualTo(e8("1.998"));
        assertThat(position.averagePrice()).isEqualTo(e8("100"));
        assertThat(position.fees()).isEqualTo(e8("0.2"));
        assertThat(position.realizedPnl()).isZero();
    }

    @Test
    void shouldLeaveAPositionThatIsNotLongByAFeeInKindAsItIs() {
        position.fill(bitcoin, false, e8("100"), e8("2"));

        position.feeInKind(e8("0.002"));

        assertThat(position.quantity()).isEqualTo(-e8("2"));
        assertThat(position.fees()).isZero();
    }

    @Test
    void shouldHaveNoProfitWithoutAPriceOrAPosition() {
        assertThat(position.unrealizedPnl(bitcoin, e8("100"))).isZero();
        assertThat(position.averagePrice()).isZero();
        position.fill(bitcoin, false, e8("100"), e8("1"));
        assertThat(position.unrealizedPnl(bitcoin, 0)).isZero();
        assertThat(position.unrealizedPnl(bitcoin, e8("90"))).isEqualTo(e8("10"));
    }

    @Test
    void shouldThrowRatherThanWrap() {
        position.fill(bitcoin, true, 1, Long.MAX_VALUE);

        assertThatThrownBy(() -> position.fill(bitcoin, true, 1, 1)).isInstanceOf(ArithmeticException.class);
    }
}
