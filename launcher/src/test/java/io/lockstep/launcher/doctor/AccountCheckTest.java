package io.lockstep.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.port.VenueAdmin.Health;
import io.lockstep.launcher.testkit.FakeAccount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountCheckTest {
    private static final long MAX_OFFSET_MS = 250;

    @ParameterizedTest
    @CsvSource({
        "0, true, false, ''",
        "250000000, true, false, ''",
        "-250000000, true, false, ''",
        "251000000, true, false, clock",
        "-251000000, true, false, clock",
        "0, false, false, trading",
        "0, true, true, withdrawal"
    })
    void shouldFindWhatIsWrongWithAKey(long offsetNs, boolean trades, boolean withdraws, String check) {
        FakeAccount account =
                new FakeAccount().health(new Health(offsetNs, 1_000, trades, withdraws, List.of(), List.of("in use")));

        List<Finding> found = new AccountCheck("main", MAX_OFFSET_MS).look(account);

        assertThat(found)
                .filteredOn(Finding::isWrong)
                .allMatch(each -> each.check().equals(check));
        assertThat(found.stream().filter(Finding::isWrong).count()).isEqualTo(check.isEmpty() ? 0 : 1);
    }

    @Test
    void shouldTakeTheVenuesFindingsForWrongAndItsNotesForNotes() {
        FakeAccount account =
                new FakeAccount().health(new Health(0, 1_000, true, false, List.of("hedge mode"), List.of("in use")));

        List<Finding> found = new AccountCheck("main", MAX_OFFSET_MS).look(account);

        assertThat(found)
                .contains(Finding.wrong("main", "venue", "hedge mode"), Finding.note("main", "venue", "in use"));
    }

    @Test
    void shouldFindAVenueThatDoesNotAnswer() {
        List<Finding> found = new AccountCheck("main", MAX_OFFSET_MS).look(new FakeAccount().failing(1));

        assertThat(found).singleElement().matches(Finding::isWrong);
    }
}
