package io.lockstep.launcher.config.load;

import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.ConfigNode;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.config.binding.Faults;
import io.lockstep.launcher.config.binding.SettingsBinder;
import io.lockstep.launcher.config.binding.SettingsFile;
import io.lockstep.launcher.config.binding.YamlReader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a configuration and checks all of it before anything is started. */
public final class ConfigLoader {
    private final StrategyCatalog strategies;

    /** @param strategies the kinds of strategy a configuration may name */
    public ConfigLoader(StrategyCatalog strategies) {
        this.strategies = strategies;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws ConfigurationException if anything in it is wrong; names every fault
     */
    public EffectiveConfig load(Path file) throws IOException {
        return parse(SettingsFile.decode(file), file.toString());
    }

    /**
     * Reads a text, a file's or one that {@link EffectiveConfig#text()} gave.
     *
     * @param source what to call it in messages
     * @throws ConfigurationException if anything in it is wrong; names every fault
     */
    public EffectiveConfig parse(String text, String source) {
        Faults faults = new Faults();
        ConfigNode root = YamlReader.read(text, faults);
        LockstepConfig config = root == null ? null : check(root, faults);
        faults.throwIfAny(source);
        if (config == null) {
            throw new IllegalStateException("a configuration was refused without a fault: source=" + source);
        }
        return new EffectiveConfig(config);
    }

    /**
     * Reads a text without looking at its strategies and their parameters, for commands that must not fail because a plug-in is not there.
     *
     * @param source what to call it in messages
     * @throws ConfigurationException if anything else in it is wrong; names every fault
     */
    public static LockstepConfig structure(String text, String source) {
        Faults faults = new Faults();
        ConfigNode root = YamlReader.read(text, faults);
        LockstepConfig config = root == null ? null : new SettingsBinder(faults).bind(root, "", LockstepConfig.class);
        if (config != null) {
            new ReferenceCheck(config, faults).run();
        }
        faults.throwIfAny(source);
        if (config == null) {
            throw new IllegalStateException("a configuration was refused without a fault: source=" + source);
        }
        return config;
    }

    private @Nullable LockstepConfig check(ConfigNode root, Faults faults) {
        LockstepConfig config = new SettingsBinder(faults).bind(root, "", LockstepConfig.class);
        if (config == null) {
            return null;
        }
        new ReferenceCheck(config, faults).run();
        new ConnectionCheck(config, faults).run();
        return faults.count() > 0 ? null : new StrategyCheck(config, strategies, faults).run();
    }
}
