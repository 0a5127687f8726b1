package io.lockstep.launcher.swarm.machine;

import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.strategy.Strategy;
import org.jspecify.annotations.Nullable;

/**
 * How well the parts around the engine's handlers are made. Sound parts are used as they are; a planted bug puts something else in the place of one,
 * so that the checkers can be checked.
 */
public interface Workmanship {
    /** Everything as it should be. */
    Workmanship SOUND = new Workmanship() {};

    /** Where the engine keeps its inputs. */
    default EventLog inputs(EventLog sound) {
        return sound;
    }

    /** Where the engine keeps its decisions. */
    default EventLog decisions(EventLog sound) {
        return sound;
    }

    /** Where the engine sends commands. */
    default OrderGateway gateway(OrderGateway sound) {
        return sound;
    }

    /** What the last step before sending reads. */
    default KillLatch latch(KillLatch sound) {
        return sound;
    }

    /** What a gateway makes of what the venue says; null for nothing. */
    default byte @Nullable [] inbound(byte[] sound) {
        return sound;
    }

    /** The limits. */
    default RiskSettings risk(RiskSettings sound) {
        return sound;
    }

    /** A strategy. */
    default Strategy strategy(Strategy sound) {
        return sound;
    }

    /** A process is about to start on a disk. */
    default void starting(Disk disk) {}

    /** Whether a start goes on although it is killed. */
    default boolean forgetsKill() {
        return false;
    }
}
