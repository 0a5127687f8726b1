package io.lockstep.launcher.session;

import io.lockstep.engine.sbe.RunMode;
import io.lockstep.launcher.config.EffectiveConfig;

/** Makes the headers of runs. */
final class RunHeaders {
    private RunHeaders() {}

    /** Header of a run that starts a journal; its id follows from the configuration, so that equal backtests are equal to the last byte. */
    static RunHeader first(EffectiveConfig config, Wiring wiring, RunMode mode) {
        long runId = Long.parseUnsignedLong(config.sha256Hex().substring(0, 16), 16);
        return new RunHeader(
                runId, 1, 1, mode, BuildInfo.id(), config.sha256Hex(), config.text(), wiring.instruments());
    }

    /** Header of a new epoch of a journal. */
    static RunHeader nextEpoch(RunHeader last, EffectiveConfig config, Wiring wiring, String buildId) {
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

    /** Header of another start of a journal with the same build and configuration. */
    static RunHeader again(RunHeader last) {
        return new RunHeader(
                last.runId(),
                last.epoch(),
                last.start() + 1,
                last.mode(),
                last.buildId(),
                last.configHash(),
                last.configText(),
                last.instruments());
    }
}
