package io.lockstep.engine.replay;

/** A replay decided otherwise than recorded: build or configuration differ, or a decision depended on more than the inputs. */
public final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long inputSequence;
    private final long decisionSequence;

    /**
     * Names the first difference.
     *
     * @param inputSequence input that led to it
     * @param decisionSequence place in the decision journal
     * @param difference what was expected and what came
     */
    public Divergence(long inputSequence, long decisionSequence, String difference) {
        super("replay diverged: input=" + inputSequence + ", decision=" + decisionSequence + ", " + difference);
        this.inputSequence = inputSequence;
        this.decisionSequence = decisionSequence;
    }

    /** Input that led to it. */
    public long inputSequence() {
        return inputSequence;
    }

    /** Place in the decision journal. */
    public long decisionSequence() {
        return decisionSequence;
    }
}
