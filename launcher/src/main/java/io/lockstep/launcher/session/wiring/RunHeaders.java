package io.lockstep.launcher.session.wiring;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.session.header.BuildInfo;
import io.lockstep.launcher.session.header.RunHeader;
import java.util.List;

/** Makes the headers of runs. */
public final class RunHeaders {
    private RunHeaders() {}

    /** A journal's tag that follows from its configuration, so that equal runs over recordings are equal to the last byte. */
    public static long tagOf(EffectiveConfig config) {
        return Long.parseUnsignedLong(config.sha256Hex().substring(0, 16), 16);
    }

    /** Header of a run that starts a journal. */
    public static RunHeader first(EffectiveConfig config, Wiring wiring, RunMode mode, long runId) {
        return new RunHeader(
                runId, 1, 1, mode, BuildInfo.id(), config.sha256Hex(), config.text(), wiring.instruments());
    }

    /** Header of a new epoch of a journal. */
    public static RunHeader nextEpoch(RunHeader last, EffectiveConfig config, Wiring wiring, String buildId) {
        return new RunHeader(
                last.runId(),
                last.epoch() + 1,
                last.start() + 1,
                config.config().mode(),
                buildId,
                config.sha256Hex(),
                config.text(),
                wiring.instruments());
    }

    /** Header of another start of a journal with the same build and configuration; instruments may have changed at the venue. */
    public static RunHeader again(RunHeader last, List<Instrument> instruments) {
        return new RunHeader(
                last.runId(),
                last.epoch(),
                last.start() + 1,
                last.mode(),
                last.buildId(),
                last.configHash(),
                last.configText(),
                instruments);
    }
}
