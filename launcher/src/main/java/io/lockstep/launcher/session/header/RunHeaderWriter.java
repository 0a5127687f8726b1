package io.lockstep.launcher.session.header;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.ConfigPartEncoder;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.EngineStopEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Publishes the start of a run, its whole configuration and its instruments as events, and its end. */
public final class RunHeaderWriter {
    private static final int PART_BYTES = 800;

    private final Supplier<EngineEvent> claim;
    private final Consumer<EngineEvent> publish;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    /**
     * Writes to any publisher.
     *
     * @param claim gives the next slot
     * @param publish takes it back, completed
     */
    public RunHeaderWriter(Supplier<EngineEvent> claim, Consumer<EngineEvent> publish) {
        this.claim = claim;
        this.publish = publish;
    }

    /** Publishes a header; all its events have one time. */
    public void write(RunHeader run, long timeNs) {
        byte[] config = run.configText().getBytes(StandardCharsets.UTF_8);
        int parts = Math.max(1, (config.length + PART_BYTES - 1) / PART_BYTES);
        writeStart(run, parts, timeNs);
        for (int part = 0; part < parts; part++) {
            writePart(config, part, part == parts - 1, timeNs);
        }
        for (Instrument instrument : run.instruments()) {
            EngineEvent event = claim.get();
            Definitions.encode(instrument, event, timeNs);
            publish.accept(event);
        }
    }

    /** Publishes the clean end of a run. */
    public void writeStop(String reason, long timeNs) {
        EngineEvent event = claim.get();
        EngineStopEncoder stop = new EngineStopEncoder();
        stop.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).reason(reason);
        event.complete(stop.limit(), timeNs);
        publish.accept(event);
    }

    private void writeStart(RunHeader run, int parts, long timeNs) {
        EngineEvent event = claim.get();
        EngineStartEncoder start = new EngineStartEncoder();
        byte[] hash = HexFormat.of().parseHex(run.configHash());
        start.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .runId(run.runId())
                .epoch(run.epoch())
                .start(run.start())
                .mode(run.mode())
                .putConfigHash(hash, 0, hash.length)
                .configParts(parts)
                .instruments(run.instruments().size())
                .buildId(run.buildId());
        event.complete(start.limit(), timeNs);
        publish.accept(event);
    }

    private void writePart(byte[] config, int part, boolean last, long timeNs) {
        EngineEvent event = claim.get();
        ConfigPartEncoder encoder = new ConfigPartEncoder();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .part(part)
                .flags()
                .clear()
                .last(last);
        int from = part * PART_BYTES;
        encoder.putContent(config, from, Math.min(PART_BYTES, config.length - from));
        event.complete(encoder.limit(), timeNs);
        publish.accept(event);
    }
}
