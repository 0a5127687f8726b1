package io.lockstep.simulator.json;

/** A text is not the JSON it should be. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, and where. */
    public JsonException(String statement, int position) {
        super(statement + ": position=" + position);
    }
}
