package io.lockstep.launcher.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.testkit.FakeAccount;
import io.lockstep.launcher.testkit.SampleConfig;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VenueAdminsTest {
    private static final String TEXT = SampleConfig.of("any").text();

    @Test
    void shouldLeaveOutASimulatedAccountThatNobodyServes() {
        try (VenueAdmins venues = VenueAdmins.open(config(TEXT), List.of())) {
            assertThat(venues.accounts()).isEmpty();
        }
    }

    @Test
    void shouldOpenAnAccountWithTheSymbolsOfItsVenue() {
        FakeAccount account = new FakeAccount();
        VenueAdminProvider provider = (settings, instruments) -> Optional.of(account);

        try (VenueAdmins venues = VenueAdmins.open(config(TEXT), List.of(provider))) {
            assertThat(venues.accounts()).singleElement().satisfies(each -> {
                assertThat(each.name()).isEqualTo("test");
                assertThat(each.symbols()).containsExactly("BTCUSDT");
                assertThat(each.admin()).isSameAs(account);
            });
        }
    }

    @Test
    void shouldLeaveOutAnAccountWhoseVenueIsPlayedFromRecordings() {
        String recorded = TEXT.replace("venue: simulated", "venue: binance-spot");

        try (VenueAdmins venues = VenueAdmins.open(config(recorded), List.of())) {
            assertThat(venues.accounts()).isEmpty();
        }
    }

    @Test
    void shouldReadAConfigurationWhoseStrategiesAreNotThere() {
        assertThat(config(TEXT).strategies()).hasSize(1);
    }

    @Test
    void shouldRefuseLiveModeThatAnybodyCouldReset() {
        String live = TEXT.replace("mode: paper", "mode: live");

        assertThatThrownBy(() -> config(live))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("operator.resetHash");
    }

    private static LockstepConfig config(String text) {
        return ConfigLoader.structure(text, "test");
    }
}
