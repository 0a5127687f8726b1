package io.lockstep.strategies.trade;

/** Why a position is closed, most urgent first. */
public enum ExitReason {
    /** Price reached the stop. */
    STOP("stop"),
    /** Price reached the trailing stop. */
    TRAILING_STOP("trailing-stop"),
    /** Price reached the target. */
    TARGET("target"),
    /** The strategy's own condition. */
    SIGNAL("signal-exit"),
    /** It was held for as long as allowed. */
    TIME("time-exit"),
    /** Nothing asks for it. */
    NONE("none");

    private final String code;

    ExitReason(String code) {
        this.code = code;
    }

    /** Short code for orders and the journal. */
    public String code() {
        return code;
    }

    /** The more urgent of two. */
    public ExitReason or(ExitReason other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether there is a reason. */
    public boolean isExit() {
        return this != NONE;
    }

    /** Whether a stop asks for it. */
    public boolean isStop() {
        return this == STOP || this == TRAILING_STOP;
    }
}
