package io.lockstep.transport.json;

/** A JSON text that start-up or a tool needs cannot be read, or is not of the shape it must have. */
public final class JsonFormatException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes an exception with a statement and its numbers. */
    public JsonFormatException(String message) {
        super(message);
    }
}
