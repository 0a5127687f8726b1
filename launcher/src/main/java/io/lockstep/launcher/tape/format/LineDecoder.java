package io.lockstep.launcher.tape.format;

/** Turns the lines of one source into events, in their order. Owned by one thread. */
public interface LineDecoder {
    /**
     * Decodes one line and publishes its events, of which there may be none.
     *
     * @param line array that holds the line
     * @param offset where it starts
     * @param length its length without the line end, bytes
     * @return what became of it; nothing was published unless {@code ACCEPTED}
     */
    LineOutcome decode(byte[] line, int offset, int length);
}
