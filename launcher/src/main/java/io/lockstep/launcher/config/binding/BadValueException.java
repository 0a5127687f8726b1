package io.lockstep.launcher.config.binding;

/** A value that a key does not take; the message says what is allowed. */
public final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;

    BadValueException(String problem) {
        super(problem, null, false, false);
    }

    /** What is wrong. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
