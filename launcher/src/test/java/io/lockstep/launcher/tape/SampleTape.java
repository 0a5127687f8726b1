package io.lockstep.launcher.tape;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.TestInstruments;
import java.nio.file.Path;
import java.util.Random;

/** A made-up market on a tape: a price that swings and wanders, once per second a quote and a trade. Equal seeds make equal tapes. */
public final class SampleTape {
    /** The one instrument on it. */
    public static final String SYMBOL = "BTCUSDT";

    /** Seed of the tape most tests play. */
    public static final long SEED = 20_250_303;

    private static final long TICK = FixedPoint.ONE / 100;
    private static final double SWING_SECONDS = 240;

    private SampleTape() {}

    /**
     * Writes a tape.
     *
     * @param folder new folder
     * @param seconds length; there are twice as many events
     * @return the folder
     */
    public static Path write(Path folder, long seed, int seconds) {
        System.out.println("sample tape: seed=" + seed + ", seconds=" + seconds);
        Random random = new Random(seed);
        try (TapeWriter tape = TapeFile.create(folder)) {
            Events events = new Events(new ToTape(tape));
            EngineEvent definition = new EngineEvent();
            Definitions.encode(TestInstruments.bitcoin(0), definition, events.timeNs());
            tape.write(definition.buffer(), 0);
            long drift = 0;
            for (int second = 0; second < seconds; second++) {
                drift += random.nextInt(41) - 20;
                long middle =
                        10_000 + drift / 4 + Math.round(150 * StrictMath.sin(second / SWING_SECONDS * 2 * Math.PI));
                quoteAndTrade(events, random, middle * TICK);
            }
        }
        return folder;
    }

    private static void quoteAndTrade(Events events, Random random, long middle) {
        long bid = middle - TICK * (1 + random.nextInt(2));
        long ask = middle + TICK * (1 + random.nextInt(2));
        events.afterMs(400).quote(0, bid, quantity(random), ask, quantity(random));
        events.afterMs(600).trade(0, random.nextBoolean() ? bid : ask, quantity(random));
    }

    /** From 0.001 to 20 units. */
    private static long quantity(Random random) {
        return (1 + random.nextInt(20_000)) * (FixedPoint.ONE / 1_000);
    }

    /** Takes what is published onto a tape. */
    private record ToTape(TapeWriter tape, EngineEvent slot) implements EventPublisher {
        ToTape(TapeWriter tape) {
            this(tape, new EngineEvent());
        }

        @Override
        public EngineEvent tryClaim() {
            return slot;
        }

        @Override
        public EngineEvent claim() {
            return slot;
        }

        @Override
        public void publish(EngineEvent event) {
            tape.write(event.buffer(), 0);
        }
    }
}
