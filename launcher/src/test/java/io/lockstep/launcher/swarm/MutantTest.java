package io.lockstep.launcher.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.swarm.fault.FaultPlan;
import io.lockstep.launcher.swarm.mutant.Mutant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every planted bug must be found, or the checkers check nothing. */
class MutantTest {
    private static final int MOST_SEEDS = 2_000;

    @ParameterizedTest
    @EnumSource(Mutant.class)
    void shouldFindEveryPlantedBug(Mutant mutant, TestReporter reporter) {
        Simulation simulation = new Simulation(mutant::make, mutant.isSeenInSecondRun());

        SeedResult found = LongStream.rangeClosed(1, MOST_SEEDS)
                .mapToObj(seed -> simulation.run(FaultPlan.of(seed)))
                .filter(result -> !result.ok())
                .findFirst()
                .orElse(null);

        assertThat(found).as("a world in which %s shows", mutant).isNotNull();
        reporter.publishEntry(mutant.name(), "seed " + found.plan().seed() + ", " + found.violation());
    }
}
