package io.lockstep.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyFactoriesTest {
    static Stream<StrategyFactory> factories() {
        return ServiceLoader.load(StrategyFactory.class).stream().map(ServiceLoader.Provider::get);
    }

    @Test
    void shouldBeFoundByTheServiceLoader() {
        assertThat(factories().map(StrategyFactory::type))
                .containsExactlyInAnyOrder(
                        "avellaneda",
                        "ema-cross",
                        "mean-reversion",
                        "momentum",
                        "obi-scalper",
                        "tfpe",
                        "zlhma",
                        "zlmacd-ichimoku");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void shouldAcceptItsOwnDefaultsAndReportAnUnknownKey(StrategyFactory factory) {
        StrategyParameters defaults = new StrategyParameters("p", Map.of());
        StrategyParameters unknown = new StrategyParameters("p", Map.of("nosuchkey", 1));

        factory.create(defaults);
        factory.create(unknown);

        assertThat(factory.description()).isNotBlank();
        assertThat(defaults.faults()).isEmpty();
        assertThat(unknown.faults()).hasSize(1).first().asString().contains("nosuchkey");
    }
}
