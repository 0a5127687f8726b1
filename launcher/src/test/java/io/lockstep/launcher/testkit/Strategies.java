package io.lockstep.launcher.testkit;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Catalogs of strategies for tests. */
public final class Strategies {
    private Strategies() {}

    /** The strategies that ship. */
    public static StrategyCatalog shipped() {
        try {
            return StrategyCatalog.load(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalog of the given types only. */
    public static StrategyCatalog only(Type... types) {
        return StrategyCatalog.of(List.of(types));
    }

    /**
     * A type of strategy made by a test.
     *
     * @param type its name in configurations
     * @param maker makes one
     */
    public record Type(String type, Supplier<Strategy> maker) implements StrategyFactory {
        @Override
        public String description() {
            return "made by a test";
        }

        @Override
        public Strategy create(StrategyParameters parameters) {
            return maker.get();
        }
    }
}
