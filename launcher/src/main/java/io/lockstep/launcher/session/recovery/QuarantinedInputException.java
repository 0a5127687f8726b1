package io.lockstep.launcher.session.recovery;

/** A recorded input has ended several starts in a row; one more would end the same way. */
public final class QuarantinedInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long inputSequence;

    /**
     * Names the input.
     *
     * @param inputSequence of the input
     * @param starts how many starts it ended
     * @param cause what was thrown the last time
     */
    public QuarantinedInputException(long inputSequence, int starts, String cause) {
        super("input " + inputSequence + " ended the last " + starts + " starts (" + cause + "). Look at it with"
                + " `lockstep journal print --from " + inputSequence + " --to " + inputSequence
                + "`. Start a build that can handle it with `lockstep run --new-epoch`, which tries once more,"
                + " or begin a new journal");
        this.inputSequence = inputSequence;
    }

    /** Sequence of the input. */
    public long inputSequence() {
        return inputSequence;
    }
}
