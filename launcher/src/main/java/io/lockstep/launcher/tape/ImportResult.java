package io.lockstep.launcher.tape;

import io.lockstep.engine.instrument.Instrument;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param lines lines read
 * @param events market data events written; one that travels in parts is one
 * @param records records on the tape, definitions and parts included
 * @param counts messages on the tape by type
 * @param rejected bad lines by reason
 * @param skipped good lines without an event, by reason
 * @param clockSteps events whose time was before the one they follow; they got that one's
 * @param instruments the instruments, their steps learned from the data unless they were given
 */
public record ImportResult(
        long lines,
        long events,
        long records,
        Map<String, Long> counts,
        Map<String, Long> rejected,
        Map<String, Long> skipped,
        long clockSteps,
        List<Instrument> instruments) {}
