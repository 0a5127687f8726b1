package io.lockstep.launcher.cli.outcome;

/** How a command ended, for scripts. */
public enum ExitCode {
    /** Done. */
    DONE(0, "done"),
    /** It could not be done: a file, a connection or a bug. */
    FAILED(1, "failed"),
    /** The command line or the configuration is wrong; nothing was started. */
    BAD_USAGE(2, "bad usage or configuration"),
    /** A replay diverged, a journal is damaged, or the books differ from the venue's. */
    DAMAGE_FOUND(3, "divergence, damage or difference found"),
    /** Trading was halted or killed. */
    HALTED(4, "halted or killed");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** What it means, in a few words. */
    public String meaning() {
        return meaning;
    }
}
