package io.lockstep.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.strategies.Golden;
import io.lockstep.strategies.signal.CallBudget.Grant;
import io.lockstep.strategies.signal.CallBudget.Tier;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final CallBudget budget = new CallBudget();

    @Test
    void shouldEqualTheGoldenGrants() {
        Golden.Table golden = Golden.table("tokens.csv");

        for (int row = 0; row < golden.size(); row++) {
            long now = Long.parseLong(golden.text(row, "ts_s")) * SECOND;
            Grant grant = budget.take(now, Tier.valueOf(golden.text(row, "tier")));

            assertThat(code(grant)).as(golden.line(row)).isEqualTo(golden.text(row, "granted_from"));
            assertThat(budget.leftA()).as(golden.line(row)).isEqualTo(golden.integer(row, "left_a"));
            assertThat(budget.leftB()).as(golden.line(row)).isEqualTo(golden.integer(row, "left_b"));
            assertThat(budget.leftReserve()).as(golden.line(row)).isEqualTo(golden.integer(row, "left_r"));
        }
    }

    @Test
    void shouldLendTheReserveToTierAOnlyEarlyInTheMinute() {
        for (int i = 0; i < 6; i++) {
            budget.take(0, Tier.A);
        }

        Grant late = budget.take(11 * SECOND, Tier.A);
        Grant early = budget.take(10 * SECOND, Tier.A);

        assertThat(late).isEqualTo(Grant.NONE);
        assertThat(early).isEqualTo(Grant.RESERVE);
    }

    @Test
    void shouldCarryNothingOver() {
        budget.take(0, Tier.B);

        budget.take(60 * SECOND, Tier.B);

        assertThat(budget.leftB()).isEqualTo(2);
        assertThat(budget.leftA()).isEqualTo(6);
    }

    private static String code(Grant grant) {
        return switch (grant) {
            case RESERVE -> "R";
            case NONE -> "-";
            default -> grant.name();
        };
    }
}
