package io.lockstep.launcher.tape.format;

/** Leaves the decoding of one line, without a stack trace: bad lines are expected and may be many. */
final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final LineOutcome outcome;

    BadLineException(LineOutcome outcome) {
        super(outcome.reason(), null, false, false);
        this.outcome = outcome;
    }

    LineOutcome outcome() {
        return outcome;
    }
}
