package io.lockstep.engine.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradingStatesTest {
    private final TradingStates states = new TradingStates();

    @Test
    void shouldRunUnlessToldOtherwise() {
        assertThat(states.effective(1, 2, 3, 4)).isEqualTo(TradingState.RUN);
        assertThat(states.get(ScopeKind.STRATEGY, 9)).isEqualTo(TradingState.RUN);
    }

    @Test
    void shouldTakeTheWorstOfAllScopes() {
        states.set(ScopeKind.STRATEGY, 4, TradingState.REDUCE);
        states.set(ScopeKind.ACCOUNT, 2, TradingState.HALT);
        states.set(ScopeKind.VENUE, 7, TradingState.KILL);

        assertThat(states.effective(1, 2, 3, 4)).isEqualTo(TradingState.HALT);
        assertThat(states.effective(7, 2, 3, 4)).isEqualTo(TradingState.KILL);
        assertThat(states.effective(1, 1, 3, 4)).isEqualTo(TradingState.REDUCE);
    }

    @Test
    void shouldHashDifferentlyForEveryDifference() {
        Set<Long> hashes = new HashSet<>();
        hashes.add(states.hash());
        for (ScopeKind scope : ScopeKind.values()) {
            for (int id = 0; id < 5; id++) {
                for (TradingState state : TradingState.values()) {
                    if (state != TradingState.RUN && state != TradingState.NULL_VAL) {
                        states.set(scope, id, state);
                        assertThat(hashes.add(states.hash()))
                                .as("%s %d %s", scope, id, state)
                                .isTrue();
                    }
                }
                states.set(scope, id, TradingState.RUN);
            }
        }
    }
}
