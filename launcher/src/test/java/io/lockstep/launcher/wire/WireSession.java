package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Runs a configuration against served venues, as {@code lockstep run} does, and asks the venues by hand. */
record WireSession(ServedVenues venues, EffectiveConfig config, StrategyCatalog catalog, JournalFolder journal) {
    /**
     * How a session went.
     *
     * @param outcome what the session says
     * @param counters what the gateways counted
     */
    record Result(LiveSession.Outcome outcome, Map<String, Long> counters) {
        /** The counters that are not zero. */
        Map<String, Long> whatHappened() {
            Map<String, Long> happened = new TreeMap<>(counters);
            happened.values().removeIf(count -> count == 0);
            return happened;
        }
    }

    /** Runs it on the calling thread until it is told to stop. */
    Result run(BooleanSupplier stop, EngineListener... watchers) {
        return run(UnaryOperator.identity(), stop, watchers);
    }

    /** The same with something between engine and gateways. */
    Result run(UnaryOperator<VenueGateway> between, BooleanSupplier stop, EngineListener... watchers) {
        try (Connections network = network()) {
            VenueGateways gateways = network.gateways().trading();
            List<Instrument> instruments = gateways.loadInstruments();
            Wiring wiring = Wiring.over(journal, config.config(), catalog, instruments);
            LiveSession.Outcome outcome = new LiveSession(config, wiring, journal)
                    .run(
                            LiveSession.connected(between.apply(gateways), instruments, network.clock()),
                            stop,
                            List.of(watchers));
            return new Result(outcome, gateways.counters());
        }
    }

    /** Asks a venue about the session's first account there, over a connection of its own. */
    <T> T ask(WireVenue venue, Function<VenueAdmin, T> question) {
        return ask(venue::has, question);
    }

    /** Asks a venue about the first account that fits. */
    <T> T ask(Predicate<AccountSettings> wanted, Function<VenueAdmin, T> question) {
        AccountSettings account =
                config.config().accounts().stream().filter(wanted).findFirst().orElseThrow();
        try (Connections network = network();
                VenueAdmin admin = network.gateways().admin(account)) {
            return question.apply(admin);
        }
    }

    private Connections network() {
        return Connections.open(config.config(), Path.of(""), venues.time());
    }
}
