package io.lockstep.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.SharedFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginBracketsTest {
    private static final MarginBrackets BRACKETS =
            MarginBrackets.of(e8s("0", "50000", "250000", "1000000"), e8s("0.004", "0.005", "0.01", "0.025"));

    @Test
    void shouldNotJumpAtFloors() {
        long below = BRACKETS.maintenance(FixedPoint.parse("249999.99999999"));
        long at = BRACKETS.maintenance(FixedPoint.parse("250000"));

        assertThat(BRACKETS.deduction(2)).isEqualTo(FixedPoint.parse("1300"));
        assertThat(at - below).isBetween(0L, 1L);
    }

    @Test
    void shouldAgreeWithGoldenLiquidationPrices() throws IOException {
        Path golden = SharedFiles.require("golden/liquidation.csv");
        List<String> rows = Files.readAllLines(golden);

        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            long quantity = Long.parseLong(cells[1]) * FixedPoint.parse(cells[2]);
            long balance = rounded(cells[4]) - FixedPoint.parse(cells[5]) + FixedPoint.parse(cells[6]);

            long price = BRACKETS.liquidationPrice(balance, quantity, FixedPoint.parse(cells[3]));

            long tolerance = FixedPoint.divide(2, Math.abs(quantity), RoundingMode.UP);
            assertThat(price)
                    .as(cells[0])
                    .isCloseTo(FixedPoint.parse(cells[9]), org.assertj.core.data.Offset.offset(tolerance));
        }
        assertThat(rows).hasSizeGreaterThan(5);
    }

    @Test
    void shouldRefuseBracketsThatDoNotAscend() {
        assertThatThrownBy(() -> MarginBrackets.of(e8s("0", "5", "5"), e8s("0", "0", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("brackets must ascend: index=2");
    }

    /** Balances of the goldens have more than 8 decimals; a wallet cannot. */
    private static long rounded(String decimal) {
        return FixedPoint.of(new BigDecimal(decimal).setScale(8, RoundingMode.HALF_EVEN));
    }

    private static long[] e8s(String... decimals) {
        long[] values = new long[decimals.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = FixedPoint.parse(decimals[i]);
        }
        return values;
    }
}
