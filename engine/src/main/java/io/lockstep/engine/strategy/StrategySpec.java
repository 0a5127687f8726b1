package io.lockstep.engine.strategy;

import java.util.List;

/**
 * A strategy as the configuration places it.
 *
 * @param id dense id of this run, from 1; 0 stands for trades no strategy asked for
 * @param name unique name, shown everywhere
 * @param accountId account it trades for
 * @param instruments ids of the instruments it was given
 * @param strategy the strategy itself
 */
public record StrategySpec(int id, String name, int accountId, List<Integer> instruments, Strategy strategy) {
    /** Copies the list. */
    public StrategySpec {
        instruments = List.copyOf(instruments);
        if (id < 1 || instruments.isEmpty()) {
            throw new IllegalArgumentException("strategy needs an id from 1 and an instrument: name=" + name + ", id="
                    + id + ", instruments=" + instruments);
        }
    }
}
