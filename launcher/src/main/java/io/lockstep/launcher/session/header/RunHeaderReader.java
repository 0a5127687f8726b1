package io.lockstep.launcher.session.header;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.ConfigPartDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.RunMode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Finds the starts of a journal and reads what each run was made of. */
public final class RunHeaderReader {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EngineEvent event = new EngineEvent();
    private boolean whole;
    private boolean ended;

    /**
     * A run and where it begins.
     *
     * @param sequence input sequence of its EngineStart
     * @param run what it was made of
     */
    public record Found(long sequence, RunHeader run) {}

    /** All starts of a journal, in order. A start that the process did not live to write whole is none: nothing ran after it. */
    List<Found> readAll(RecordSource inputs) {
        return read(inputs, Integer.MAX_VALUE);
    }

    /** The first starts of a journal, in order; reads no further than it must. */
    List<Found> read(RecordSource inputs, int most) {
        List<Found> found = new ArrayList<>();
        boolean more = inputs.next(event);
        while (more && found.size() < most) {
            if (event.templateId() == EngineStartDecoder.TEMPLATE_ID) {
                long sequence = event.sequence();
                whole = true;
                RunHeader run = readRun(inputs);
                if (whole) {
                    found.add(new Found(sequence, run));
                } else {
                    more = !ended;
                    continue;
                }
            }
            more = inputs.next(event);
        }
        return found;
    }

    private RunHeader readRun(RecordSource inputs) {
        EngineStartDecoder start = new EngineStartDecoder();
        start.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        byte[] hash = new byte[EngineStartDecoder.configHashLength()];
        start.getConfigHash(hash, 0, hash.length);
        int parts = start.configParts();
        int instruments = start.instruments();
        long runId = start.runId();
        int epoch = start.epoch();
        int startNumber = start.start();
        RunMode mode = start.mode();
        String buildId = start.buildId();
        return new RunHeader(
                runId,
                epoch,
                startNumber,
                mode,
                buildId,
                HexFormat.of().formatHex(hash),
                readConfig(inputs, parts),
                readInstruments(inputs, instruments));
    }

    private String readConfig(RecordSource inputs, int parts) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ConfigPartDecoder decoder = new ConfigPartDecoder();
        for (int part = 0; part < parts && advance(inputs, ConfigPartDecoder.TEMPLATE_ID); part++) {
            decoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            byte[] content = new byte[decoder.contentLength()];
            decoder.getContent(content, 0, content.length);
            text.writeBytes(content);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private List<Instrument> readInstruments(RecordSource inputs, int count) {
        List<Instrument> instruments = new ArrayList<>(count);
        for (int i = 0; i < count && advance(inputs, InstrumentDefinitionDecoder.TEMPLATE_ID); i++) {
            instruments.add(Definitions.decode(event.buffer(), MESSAGE_OFFSET));
        }
        return instruments;
    }

    /** Moves on within a header; once a record of another kind or the end has come, the header is not whole. */
    private boolean advance(RecordSource inputs, int templateId) {
        if (whole) {
            ended = !inputs.next(event);
            whole = !ended && event.templateId() == templateId;
        }
        return whole;
    }
}
