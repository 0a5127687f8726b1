package io.lockstep.simulator.scenario;

import io.lockstep.engine.settings.Setting;
import java.util.List;

/**
 * The faults of a run.
 *
 * @param faults in the order in which they are looked at: of several that fit one frame the first happens
 */
public record ScenarioSettings(
        @Setting(help = "faults to inject") List<FaultSettings> faults) {
    /** Nothing goes wrong. */
    public static final ScenarioSettings NONE = new ScenarioSettings(List.of());

    /** Copies the list. */
    public ScenarioSettings {
        faults = List.copyOf(faults);
    }
}
