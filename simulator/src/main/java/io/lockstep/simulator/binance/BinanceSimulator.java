package io.lockstep.simulator.binance;

import io.lockstep.simulator.wire.WireLoop;
import java.time.InstantSource;

/**
 * Binance on loopback.
 *
 * <pre>{@code
 * try (BinanceSimulator binance = new BinanceSimulator(settings, InstantSource.system())) {
 *     int port = binance.listenSpot(0);
 *     ...
 * }
 * }</pre>
 */
public final class BinanceSimulator implements AutoCloseable {
    private static final int TICK_MS = 10;

    private final BinanceSimulatorSettings settings;
    private final VenueClock clock;
    private final WireLoop loop = new WireLoop();

    /** A simulator that listens nowhere yet. */
    public BinanceSimulator(BinanceSimulatorSettings settings, InstantSource time) {
        this.settings = settings;
        this.clock = new VenueClock(time);
    }

    /**
     * Serves Spot.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws IllegalStateException if the port cannot be had
     */
    public int listenSpot(int port) {
        SpotVenue spot = new SpotVenue(settings, clock);
        loop.every(TICK_MS, spot::tick);
        return loop.listen(port, spot.face());
    }

    @Override
    public void close() {
        loop.close();
    }
}
