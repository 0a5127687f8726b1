package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.mutant.Mutant;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    @Test
    void shouldLeaveOutWhatAFailureDoesNotNeed() {
        Simulation simulation = new Simulation(Mutant.SEND_BEFORE_JOURNAL::make, false);
        SeedResult failing = simulation.run(FaultPlan.of(1));

        SeedResult smallest = new Shrinker(simulation).shrink(failing);

        assertThat(smallest.violation()).isNotNull();
        assertThat(smallest.plan().features()).isEmpty();
        assertThat(smallest.plan().safetySeconds()).isLessThan(failing.plan().safetySeconds());
    }
}
