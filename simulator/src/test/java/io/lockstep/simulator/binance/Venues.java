package io.lockstep.simulator.binance;

import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.time.InstantSource;
import java.util.List;

/** Venues for tests, on free ports and with the defaults, unless a test says otherwise. */
final class Venues {
    static final String SPOT = "binance-spot";
    static final String USDM = "binance-usdm";

    private Venues() {}

    static VenueServer start(FaultSettings... faults) {
        return start(BinanceSimulatorSettings.defaults(), faults);
    }

    static VenueServer start(BinanceSimulatorSettings settings, FaultSettings... faults) {
        return new VenueServer(VenueServerSettings.of(settings), InstantSource.system())
                .scenario(new ScenarioSettings(List.of(faults)))
                .start(VenuePorts.anyFree());
    }
}
