package io.lockstep.launcher.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import org.junit.jupiter.api.Test;

class NamesInConfigTest {
    @Test
    void shouldReadTheNamesOfARecordedConfiguration() {
        String text = SampleConfig.trading(3).load(Strategies.shipped()).text();

        NamesInConfig names = NamesInConfig.read(text);

        assertThat(names.accounts()).containsExactly("test");
        assertThat(names.strategies()).extracting(each -> each.get("name")).containsExactly("trend", "reversion");
        assertThat(names.strategies()).extracting(each -> each.get("account")).containsOnly("test");
    }

    @Test
    void shouldReadThemThoughAnotherBuildKnewOtherKeys() {
        String text = """
                accounts: [{ name: main, colour: green }]
                strategies: [{ name: trend, account: main, speed: { most: 5 } }]
                telepathy: true
                """;

        NamesInConfig names = NamesInConfig.read(text);

        assertThat(names.accounts()).containsExactly("main");
        assertThat(names.strategies().get(0)).containsEntry("account", "main").doesNotContainKey("speed");
    }

    @Test
    void shouldRefuseWhatIsNoConfiguration() {
        assertThatThrownBy(() -> NamesInConfig.read("just text")).isInstanceOf(IllegalArgumentException.class);
    }
}
