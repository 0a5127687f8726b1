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
        return start(InstantSource.system(), VenueServerSettings.defaults(), faults);
    }

    static VenueServer start(InstantSource time, VenueServerSettings settings, FaultSettings... faults) {
        return new VenueServer(settings, time)
                .scenario(new ScenarioSettings(List.of(faults)))
                .start(VenuePorts.ofBinance(0, 0));
    }

    /** How often the only fault of a scenario happened at a venue. */
    static long happened(VenueServer server, String venue) {
        return server.faults().stream()
                .filter(count -> count.venue().equals(venue))
                .mapToLong(count -> count.happened())
                .sum();
    }
}
