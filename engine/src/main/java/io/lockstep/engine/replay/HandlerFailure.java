package io.lockstep.engine.replay;

/** A handler threw on a recorded input; it will do so at every start that takes this input in. */
public final class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long inputSequence;

    /**
     * Names the input.
     *
     * @param inputSequence input that was being handled
     * @param templateId its kind
     * @param cause what was thrown
     */
    public HandlerFailure(long inputSequence, int templateId, RuntimeException cause) {
        super("a handler failed: input=" + inputSequence + ", template=" + templateId + ", cause=" + cause, cause);
        this.inputSequence = inputSequence;
    }

    /** Input that was being handled. */
    public long inputSequence() {
        return inputSequence;
    }
}
