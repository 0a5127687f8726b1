package io.lockstep.strategies.indicator.microstructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.indicator.BookIndicator;
import io.lockstep.engine.indicator.TradeIndicator;
import io.lockstep.engine.sbe.Side;
import io.lockstep.strategies.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MicrostructureGoldenTest {
    private static final long SECOND = 1_000_000_000L;

    static Stream<Arguments> bookColumns() {
        return Stream.of(
                Arguments.of("mid", new Microprice(), Microprice.MID),
                Arguments.of("spread", new Microprice(), Microprice.SPREAD),
                Arguments.of("obi1", BookImbalance.flat(1), 0),
                Arguments.of("obi5", BookImbalance.flat(5), 0),
                Arguments.of("obi5_exp0.5", BookImbalance.fading(5, 0.5), 0),
                Arguments.of("microprice", new Microprice(), Microprice.MICROPRICE),
                Arguments.of("ofi", new OrderFlowImbalance(20, 500), OrderFlowImbalance.UPDATE),
                Arguments.of("ofi_sum20", new OrderFlowImbalance(20, 500), OrderFlowImbalance.SUM));
    }

    static Stream<Arguments> tradeColumns() {
        return Stream.of(
                Arguments.of("tfi_10s", new TradeFlowImbalance(10 * SECOND, 1_000)),
                Arguments.of("tfi_ew5s", new FadingTradeFlow(5 * SECOND)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bookColumns")
    void shouldEqualTheGoldenBookColumnOnEveryRow(String column, BookIndicator indicator, int output) {
        Golden.Table input = Golden.table("book.csv");
        Golden.Table expected = Golden.table("micro_book.csv");

        for (int row = 0; row < expected.size(); row++) {
            indicator.onBook(Long.parseLong(input.text(row, "ts_us")) * 1_000, book(input, row));
            assertClose(indicator.output(output), expected.number(row, column), row);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tradeColumns")
    void shouldEqualTheGoldenTradeColumnOnEveryRow(String column, TradeIndicator indicator) {
        Golden.Table input = Golden.table("trades.csv");
        Golden.Table expected = Golden.table("micro_trades.csv");

        for (int row = 0; row < expected.size(); row++) {
            Side aggressor = input.integer(row, "aggressor") > 0 ? Side.BUY : Side.SELL;
            long timeNs = Long.parseLong(input.text(row, "ts_us")) * 1_000;
            indicator.onTrade(timeNs, input.exact(row, "price_ticks"), input.exact(row, "qty"), aggressor);
            assertClose(indicator.output(0), expected.number(row, column), row);
        }
    }

    private static OrderBook book(Golden.Table input, int row) {
        OrderBook book = new OrderBook();
        for (int level = 0; level < 5; level++) {
            book.setBid(input.exact(row, "bp" + level), input.exact(row, "bq" + level));
            book.setAsk(input.exact(row, "ap" + level), input.exact(row, "aq" + level));
        }
        book.markValid(row);
        return book;
    }

    private static void assertClose(double actual, double expected, int row) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as("row %s", row).isNaN();
        } else {
            assertThat(actual).as("row %s", row).isCloseTo(expected, within(1e-9 * Math.max(1e-3, Math.abs(expected))));
        }
    }
}
