package io.lockstep.launcher.swarm.invariant;

import io.lockstep.launcher.swarm.world.WorldObserver;
import java.util.List;

/** All checkers of a world. */
public final class Invariants {
    private Invariants() {}

    /** Checkers that write into these findings. */
    public static List<WorldObserver> checking(Findings findings) {
        return List.of(
                new JournalChecker(findings),
                new LedgerChecker(findings),
                new BooksChecker(findings),
                new OrderChecker(findings),
                new KillChecker(findings),
                new GroundChecker(findings),
                new ReplayChecker(findings),
                new RecoveryChecker(findings));
    }
}
