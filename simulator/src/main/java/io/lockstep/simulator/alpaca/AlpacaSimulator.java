package io.lockstep.simulator.alpaca;

import io.lockstep.engine.port.RecordSource;
import io.lockstep.simulator.wire.WireLoop;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Alpaca on loopback, trading and data at one port.
 *
 * <pre>{@code
 * try (AlpacaSimulator alpaca = AlpacaSimulator.listen(settings, InstantSource.system(), 0)) {
 *     String base = "http://localhost:" + alpaca.port();
 *     ...
 * }
 * }</pre>
 *
 * <p>Safe for any thread; the venue itself lives on the thread of its loop.
 */
public final class AlpacaSimulator implements AutoCloseable {
    private static final int TICK_MS = 10;

    private final WireLoop loop = new WireLoop();
    private final AlpacaVenue venue;
    private int port;

    private AlpacaSimulator(AlpacaSimulatorSettings settings, InstantSource clock, @Nullable RecordSource tape) {
        this.venue = new AlpacaVenue(settings, clock, tape);
    }

    /**
     * Serves a venue whose market is made up from the seed of the settings.
     *
     * @param clock passes the venue's time
     * @param port 0 for any free one
     * @throws IllegalStateException if the port cannot be had
     */
    public static AlpacaSimulator listen(AlpacaSimulatorSettings settings, InstantSource clock, int port) {
        return new AlpacaSimulator(settings, clock, null).open(port);
    }

    /**
     * Serves a venue whose market is a tape, at the speed of the settings; its time is that of the tape.
     *
     * @param tape read on the venue's thread, from its first record on
     * @param port 0 for any free one
     * @throws IllegalStateException if the port cannot be had
     */
    public static AlpacaSimulator listen(
            AlpacaSimulatorSettings settings, InstantSource clock, RecordSource tape, int port) {
        return new AlpacaSimulator(settings, clock, tape).open(port);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Does something with the venue on its thread, after everything that is due has happened, and sends what comes of it. */
    public <T> T ask(Function<AlpacaVenue, T> question) {
        return loop.call(() -> {
            venue.tick();
            T answer = question.apply(venue);
            venue.hub().flush();
            return answer;
        });
    }

    /** Lets everything happen that is due by the clock, and returns after it. */
    public void step() {
        ask(AlpacaVenue::nowNs);
    }

    @Override
    public void close() {
        loop.close();
    }

    private AlpacaSimulator open(int wanted) {
        loop.every(TICK_MS, venue::tick);
        port = loop.listen(wanted, venue.wire());
        return this;
    }
}
