package io.lockstep.launcher.config.load;

import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import io.lockstep.launcher.config.binding.BadValueException;
import io.lockstep.launcher.config.binding.ConfigNode;
import io.lockstep.launcher.config.binding.ConfigNode.Scalar;
import io.lockstep.launcher.config.binding.Faults;
import io.lockstep.launcher.config.binding.ScalarBinder;
import io.lockstep.launcher.config.binding.YamlReader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes every strategy once, only to hear what it thinks of its parameters, instruments and timeframes. */
final class StrategyCheck {
    private final LockstepConfig config;
    private final StrategyCatalog catalog;
    private final Faults faults;

    StrategyCheck(LockstepConfig config, StrategyCatalog catalog, Faults faults) {
        this.config = config;
        this.catalog = catalog;
        this.faults = faults;
    }

    /** Adds a fault for whatever a strategy refuses; returns the configuration with the strategies' defaults filled in. */
    LockstepConfig run() {
        List<StrategySettings> complete = new ArrayList<>();
        for (int i = 0; i < config.strategies().size(); i++) {
            complete.add(check("strategies[" + i + "]", config.strategies().get(i)));
        }
        return config.withStrategies(complete);
    }

    private StrategySettings check(String path, StrategySettings settings) {
        Optional<StrategyFactory> factory = catalog.find(settings.type());
        if (factory.isEmpty()) {
            faults.add(path + ".type=" + settings.type(), "no such kind of strategy; found: " + catalog.types());
            return settings;
        }
        StrategyParameters parameters = new StrategyParameters(path + ".parameters", settings.parameters());
        try {
            Strategy strategy = factory.get().create(parameters);
            parameters.faults().forEach(this::addReported);
            strategy.declare(new DeclarationProbe(config, settings));
        } catch (IllegalArgumentException e) {
            faults.add(path, String.valueOf(e.getMessage()));
        }
        return settings.withParameters(complete(settings.parameters(), parameters.effective()));
    }

    /** A strategy reports {@code path=value: problem} or {@code path: problem} in one text. */
    private void addReported(String fault) {
        int end = fault.indexOf(": ");
        faults.add(fault.substring(0, end), fault.substring(end + 2));
    }

    private static Map<String, Object> complete(Map<String, Object> given, Map<String, String> effective) {
        Map<String, Object> complete = new TreeMap<>(given);
        effective.forEach((key, value) -> {
            if (!value.isEmpty()) {
                complete.computeIfAbsent(key, absent -> asWritten(value));
            }
        });
        return complete;
    }

    /** A default as the file would give it: number, truth or text. */
    private static Object asWritten(String value) {
        ConfigNode node = YamlReader.read(value, new Faults());
        try {
            return node instanceof Scalar scalar ? ScalarBinder.bindParameter(scalar) : value;
        } catch (BadValueException e) {
            return value;
        }
    }
}
