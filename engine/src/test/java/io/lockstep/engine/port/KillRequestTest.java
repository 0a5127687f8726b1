package io.lockstep.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.ScriptedStrategy;
import org.junit.jupiter.api.Test;

class KillRequestTest {
    @Test
    void shouldKillTheEngine() {
        EngineHarness engine = EngineHarness.of(new ScriptedStrategy()).step();

        KillRequest.publish(engine.events().publisher(), "last-look", "order=256 says more", Events.START_NS);

        assertThat(engine.engine().risk().states().get(ScopeKind.ENGINE, 0)).isEqualTo(TradingState.KILL);
    }
}
