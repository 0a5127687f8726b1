package io.lockstep.engine.testkit;

import io.lockstep.engine.Engine;
import io.lockstep.engine.carry.CarryMap;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.carry.EpochBegin;
import io.lockstep.engine.carry.EpochWriter;
import io.lockstep.engine.port.EventPublisher;

/** Opens an epoch that goes on from another one, under the same ids and without market data to warm up with. */
public final class NextEpoch {
    private NextEpoch() {}

    /**
     * Carries over what is true at the end of an epoch.
     *
     * @param before the epoch that ends
     * @param end an engine that has come to its end
     * @param fresh an engine that is not live yet; it is afterwards
     */
    public static EngineHarness open(EngineHarness before, Engine end, EngineHarness fresh) {
        EngineHarness after = fresh.continueFrom(
                        before.inputs().end(), before.decisions().end())
                .step();
        long timeNs = before.events().timeNs();
        after.events().at(timeNs);
        EventPublisher publisher = after.events().publisher();
        EpochWriter epoch = new EpochWriter(publisher);
        CarryWriter writer = new CarryWriter(publisher, CarryMap.SAME, timeNs);
        epoch.opening(begin(before), timeNs);
        end.carryTo(writer);
        epoch.opened(writer.carried(), 0, timeNs);
        return after;
    }

    /** Where an epoch ends. */
    public static EpochBegin begin(EngineHarness before) {
        return new EpochBegin(
                1,
                before.inputs().end().sequence(),
                before.decisions().end().sequence(),
                before.engine().decisionCount(),
                before.engine().decisionHash(),
                true,
                "TEST");
    }
}
