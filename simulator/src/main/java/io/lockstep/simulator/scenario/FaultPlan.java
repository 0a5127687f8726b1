package io.lockstep.simulator.scenario;

import io.lockstep.simulator.scenario.FaultKind.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The faults of one venue, by what they happen to. Event loop only. */
final class FaultPlan {
    private final List<FaultRule> rules = new ArrayList<>();
    private final LongSupplier nowMs;
    private final long startMs;

    /** A plan whose times count from now. */
    FaultPlan(String venue, ScenarioSettings scenario, LongSupplier nowMs) {
        for (FaultSettings fault : scenario.faults()) {
            if (fault.venue().equals("all") || fault.venue().equals(venue)) {
                rules.add(new FaultRule(fault));
            }
        }
        this.nowMs = nowMs;
        this.startMs = nowMs.getAsLong();
    }

    List<FaultRule> rules() {
        return rules;
    }

    long sinceMs() {
        return nowMs.getAsLong() - startMs;
    }

    /** What happens to a frame, null for nothing. */
    @Nullable
    FaultRule frame(String path, String text, boolean isFill) {
        for (FaultRule rule : rules) {
            boolean wrongKind = rule.kind() == FaultKind.LATE_FILL && !isFill;
            if (rule.kind().scope() == Scope.FRAME && !wrongKind && rule.takes(path, text, sinceMs())) {
                return rule;
            }
        }
        return null;
    }

    /** What happens to a request, null for nothing. */
    @Nullable
    FaultRule request(String path, String text) {
        for (FaultRule rule : rules) {
            if (rule.kind().scope() == Scope.REQUEST && rule.takes(path, text, sinceMs())) {
                return rule;
            }
        }
        return null;
    }

    /** A fault of a kind that happens to the answer of a REST request, null for none. */
    @Nullable
    FaultRule answer(FaultKind kind, String path, String text) {
        for (FaultRule rule : rules) {
            if (rule.kind() == kind && rule.takes(path, text, sinceMs())) {
                return rule;
            }
        }
        return null;
    }

    /** The state a connection is in, null for none of that kind. */
    @Nullable
    FaultRule state(FaultKind kind, String path) {
        for (FaultRule rule : rules) {
            if (rule.kind() == kind && rule.isDue(sinceMs()) && rule.fitsPath(path)) {
                return rule;
            }
        }
        return null;
    }
}
