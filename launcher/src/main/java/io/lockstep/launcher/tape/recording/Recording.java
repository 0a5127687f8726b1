package io.lockstep.launcher.tape.recording;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.tape.TapeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.agrona.concurrent.EpochNanoClock;

/** Connects to venues and records their market data until it is told to stop. No engine, no strategy, no order. */
public final class Recording {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private final VenueGateway gateways;
    private final EpochNanoClock clock;

    /**
     * Prepares a recording.
     *
     * @param gateways carry market data in; closed at the end
     * @param clock our time, UTC
     */
    public Recording(VenueGateway gateways, EpochNanoClock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * What a recording came to.
     *
     * @param instruments what was recorded
     * @param messages market data messages, one that travels in parts counted once
     * @param records records of market data on the tape
     * @param counts messages by type
     * @param leftOut what is no market data, by type
     * @param waits events that waited because the disk was slower than the venues
     * @param clockSteps records whose time went back and was put right
     * @param venues what the gateways counted: frames, reconnects, drops
     */
    public record Result(
            List<Instrument> instruments,
            long messages,
            long records,
            Map<String, Long> counts,
            Map<String, Long> leftOut,
            long waits,
            long clockSteps,
            Map<String, Long> venues) {
        /** Copies the list. */
        public Result {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * Records.
     *
     * @param out folder of the tape, new or empty
     * @param stop asked some 50 times a second
     * @param progress told so often how many records have been written
     * @throws IllegalArgumentException if there is something in the folder already
     * @throws io.lockstep.engine.port.VenueException if a venue does not say what its instruments are like
     */
    public Result run(Path out, BooleanSupplier stop, LongConsumer progress) {
        List<Instrument> instruments = instrumentsFor(out);
        TapeRecorder recorder = new TapeRecorder(out, instruments, clock.nanoTime());
        // the gateways close first: what they publish until then is written
        try (recorder;
                gateways) {
            gateways.start(recorder.publisher(), VenueGateway.Past.none(0));
            while (!stop.getAsBoolean() && !recorder.hasFailed()) {
                progress.accept(recorder.written());
                LockSupport.parkNanos(LOOK_NS);
            }
        }
        return result(recorder, instruments);
    }

    private List<Instrument> instrumentsFor(Path out) {
        try {
            TapeFile.requireNew(out);
            return gateways.loadInstruments();
        } catch (RuntimeException e) {
            gateways.close();
            throw e;
        }
    }

    private Result result(TapeRecorder recorder, List<Instrument> instruments) {
        return new Result(
                instruments,
                recorder.messages(),
                recorder.written(),
                recorder.counts(),
                recorder.leftOut(),
                recorder.waits(),
                recorder.clockSteps(),
                gateways.counters());
    }
}
