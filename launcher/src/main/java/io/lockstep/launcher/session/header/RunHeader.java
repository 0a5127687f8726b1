package io.lockstep.launcher.session.header;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.RunMode;
import java.util.List;

/**
 * What stands at the start of a run in the input journal, enough to build its engine again.
 *
 * @param runId random tag of the journal's first start
 * @param epoch counts starts with another build or configuration, from 1
 * @param start counts starts of this journal, from 1
 * @param mode what orders could do
 * @param buildId version of the program
 * @param configHash SHA-256 of the configuration text, hexadecimal
 * @param configText effective configuration, canonical YAML
 * @param instruments instruments as defined at the start
 */
public record RunHeader(
        long runId,
        int epoch,
        int start,
        RunMode mode,
        String buildId,
        String configHash,
        String configText,
        List<Instrument> instruments) {

    /** The same as another start. */
    public RunHeader withStart(int other) {
        return new RunHeader(runId, epoch, other, mode, buildId, configHash, configText, instruments);
    }

    /** Copies the list. */
    public RunHeader {
        instruments = List.copyOf(instruments);
    }
}
