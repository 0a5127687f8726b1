package io.lockstep.launcher.scenarios;

import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.scenario.FaultCount;
import io.lockstep.simulator.scenario.FaultKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums up scenarios as they end. Any thread. */
public final class ScenarioTally {
    private static final int SHOWN = 20;

    private final Map<FaultKind, Long> faults = new EnumMap<>(FaultKind.class);
    private final Map<String, Long> states = new TreeMap<>();
    private final Map<Invariant, Long> checks = new EnumMap<>(Invariant.class);
    private final Map<Invariant, Long> byInvariant = new EnumMap<>(Invariant.class);
    private final List<ScenarioResult> failed = new ArrayList<>();
    private long scenarios;
    private long traded;
    private long steps;
    private long orders;
    private long fills;
    private long millis;
    private long failures;

    /** Takes in one more. */
    synchronized void add(ScenarioResult result) {
        scenarios++;
        traded += result.traded() ? 1 : 0;
        steps += result.steps();
        orders += result.orders();
        fills += result.fills();
        millis += result.millis();
        for (FaultCount count : result.faults()) {
            faults.merge(count.fault(), count.happened() > 0 ? 1L : 0L, Long::sum);
        }
        states.merge(result.state(), 1L, Long::sum);
        result.checks().forEach((invariant, count) -> checks.merge(invariant, count, Long::sum));
        result.violations().forEach(each -> byInvariant.merge(each.invariant(), 1L, Long::sum));
        if (!result.violations().isEmpty()) {
            failures++;
            if (failed.size() < SHOWN) {
                failed.add(result);
            }
        }
    }

    /** Scenarios that ended. */
    public synchronized long scenarios() {
        return scenarios;
    }

    /** Scenarios in which trading became possible at all. */
    public synchronized long traded() {
        return traded;
    }

    /** Steps their traders took. */
    public synchronized long steps() {
        return steps;
    }

    /** Orders the venues took. */
    public synchronized long orders() {
        return orders;
    }

    /** Executions. */
    public synchronized long fills() {
        return fills;
    }

    /** Mean length of a scenario, milliseconds. */
    public synchronized long meanMs() {
        return scenarios == 0 ? 0 : millis / scenarios;
    }

    /** Scenarios in which a fault of a kind happened at least once. */
    public synchronized Map<FaultKind, Long> faults() {
        return new EnumMap<>(faults);
    }

    /** Trading states at the end, with their causes. */
    public synchronized Map<String, Long> states() {
        return new TreeMap<>(states);
    }

    /** How often each invariant was held against something. */
    public synchronized Map<Invariant, Long> checks() {
        return new EnumMap<>(checks);
    }

    /** Violations by invariant. */
    public synchronized Map<Invariant, Long> violations() {
        return new EnumMap<>(byInvariant);
    }

    /** Scenarios with a violation. */
    public synchronized long failures() {
        return failures;
    }

    /** The first scenarios with a violation. */
    public synchronized List<ScenarioResult> failed() {
        return List.copyOf(failed);
    }
}
