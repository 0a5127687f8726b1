package io.lockstep.simulator.server;

import io.lockstep.engine.port.RecordSource;
import io.lockstep.simulator.alpaca.AlpacaVenue;
import io.lockstep.simulator.binance.SpotVenue;
import io.lockstep.simulator.binance.UsdmVenue;
import io.lockstep.simulator.market.SyntheticMarket;
import io.lockstep.simulator.scenario.FaultCount;
import io.lockstep.simulator.scenario.FaultInjector;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.tape.TapePlayer;
import io.lockstep.simulator.venue.VenueClock;
import io.lockstep.simulator.venue.VenueFace;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.wire.WireLoop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves simulated venues on loopback.
 *
 * <pre>{@code
 * try (VenueServer server = new VenueServer(settings, InstantSource.system())) {
 *     server.tapes(sources, 1).scenario(scenario).start(new VenuePorts(9001, 9002, 9003));
 *     server.ports(); // {binance-spot=9001, binance-usdm=9002, alpaca=9003}
 * }
 * }</pre>
 *
 * <p>Quotes move and trades happen at all times: symbols no tape has are made up from the seed, and so is every symbol once its tape has
 * ended. Started by one thread; everything after that happens on one event loop thread.
 */
public final class VenueServer implements AutoCloseable {
    private static final int TICK_MS = 10;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long SEEDS_PER_VENUE = 100_000L;

    private final VenueServerSettings settings;
    private final InstantSource time;
    private final VenueClock clock;
    private final WireLoop loop = new WireLoop();
    private final List<ServedVenue> venues = new ArrayList<>();
    private TapePlayer tapes = new TapePlayer(List.of(), 1);
    private @Nullable RecordSource alpacaTape;
    private ScenarioSettings scenario = ScenarioSettings.NONE;
    private boolean byHand;
    private boolean faultsByHand;
    private long faultsBeganMs;

    /** A server that serves nothing yet. */
    public VenueServer(VenueServerSettings settings, InstantSource time) {
        this.settings = settings;
        this.time = time;
        this.clock = new VenueClock(time);
    }

    /**
     * Feeds the venues with recorded market data; before the start.
     *
     * @param sources tapes, merged by time; the caller closes them after this server
     * @param speed recorded seconds that pass in one, positive
     */
    public VenueServer tapes(List<? extends RecordSource> sources, double speed) {
        tapes = new TapePlayer(sources, speed);
        return this;
    }

    /** Lets the times of the scenario count from {@link #beginFaults} instead of from the start; before the start. */
    public VenueServer faultsByHand() {
        faultsByHand = true;
        return this;
    }

    /** Begins the scenario, where it waits for that. */
    public void beginFaults() {
        loop.call(() -> {
            faultsBeganMs = clock.nowMs();
            return true;
        });
    }

    /** Milliseconds the scenario has run, 0 before it begins. */
    private long scenarioMs() {
        return faultsBeganMs == 0 ? 0 : clock.nowMs() - faultsBeganMs;
    }

    /** Lets the tapes wait for {@link #play}, and the venues stand still once they are over; before the start. */
    public VenueServer byHand() {
        byHand = true;
        return this;
    }

    /** Begins to play the tapes, where they wait for it. */
    public void play() {
        loop.call(() -> {
            tapes.begin(clock.nowNs());
            return true;
        });
    }

    /** Whether every tape has been played to its end. */
    public boolean isPlayed() {
        return loop.call(tapes::isOver);
    }

    /** Messages a venue has sent on public market streams, by stream, each once for every client. */
    public Map<String, Long> sent(String venue) {
        return loop.call(() -> venue(venue).sent());
    }

    /**
     * A venue's truth about its first account.
     *
     * @throws IllegalArgumentException if the venue is not served, or its books cannot be looked at
     */
    public VenueLedger ledger(String venue) {
        return loop.call(() -> {
            VenueLedger ledger = venue(venue).ledger();
            if (ledger == null) {
                throw new IllegalArgumentException("its books cannot be looked at: venue=" + venue);
            }
            return ledger;
        });
    }

    /**
     * Feeds Alpaca with recorded ticks of US shares; before the start. Its time is then the tape's, passing at the speed of its settings.
     *
     * @param tape read to its end once; the caller closes it after this server
     */
    public VenueServer alpacaTape(RecordSource tape) {
        alpacaTape = tape;
        return this;
    }

    /** Has faults injected; before the start, from which their times count. */
    public VenueServer scenario(ScenarioSettings newScenario) {
        scenario = newScenario;
        return this;
    }

    /**
     * Serves the venues that have a port; returns when all of them listen. A further venue is one line here.
     *
     * @throws IllegalArgumentException if no venue has one
     * @throws IllegalStateException if a port cannot be had; nothing is served then
     */
    public VenueServer start(VenuePorts ports) {
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("no venue has a port: ports=" + ports);
        }
        faultsBeganMs = faultsByHand ? 0 : clock.nowMs();
        serve(ports.binanceSpot(), () -> new SpotVenue(settings.binance(), time));
        serve(ports.binanceUsdm(), () -> new UsdmVenue(settings.binance(), time));
        serve(ports.alpaca(), () -> new AlpacaVenue(settings.alpaca(), time, alpacaTape));
        begin();
        return this;
    }

    /** The ports in use, by name of the venue. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        venues.forEach(venue -> ports.put(venue.name(), venue.port()));
        return ports;
    }

    /**
     * The port of a venue.
     *
     * @throws IllegalArgumentException if it is not served
     */
    public int port(String venue) {
        return venue(venue).port();
    }

    /** How often each fault of the scenario happened. */
    public List<FaultCount> faults() {
        return loop.call(() -> {
            List<FaultCount> counts = new ArrayList<>();
            venues.forEach(venue -> counts.addAll(venue.faults().counts()));
            return counts;
        });
    }

    /** Recorded market data of instruments that no venue here trades, and of types that none shows. */
    public long skippedRecords() {
        return loop.call(tapes::skipped);
    }

    @Override
    public void close() {
        loop.close();
    }

    private void serve(@Nullable Integer port, Supplier<VenueFace> make) {
        if (port != null) {
            VenueFace face = make.get();
            FaultInjector faults = new FaultInjector(face, scenario, loop::after, this::scenarioMs);
            SyntheticMarket synthetic = new SyntheticMarket(clock.nowNs(), settings.stepMs() * NS_PER_MS);
            ServedVenue venue = new ServedVenue(face, port, faults, synthetic);
            venue.offer(tapes, (settings.seed() * 10 + venues.size()) * SEEDS_PER_VENUE);
            venues.add(venue);
        }
    }

    private ServedVenue venue(String name) {
        return venues.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not served: venue=" + name));
    }

    private void begin() {
        try {
            Boolean unused = loop.call(() -> {
                tapes.load();
                if (!byHand) {
                    tapes.begin(clock.nowNs());
                }
                venues.forEach(ServedVenue::begin);
                tick();
                return true;
            });
            venues.forEach(venue -> venue.open(loop));
            // what a scenario has from the start on is there before the first client
            loop.call(() -> {
                tick();
                return true;
            });
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        loop.every(TICK_MS, this::tick);
    }

    private void tick() {
        long now = clock.nowNs();
        tapes.advanceTo(now);
        boolean over = tapes.isOver();
        // played by hand, nothing is sent that was not recorded once the tapes are over
        if (!over || !byHand) {
            venues.forEach(venue -> venue.tick(now, over));
        }
    }
}
