package io.lockstep.launcher.tape;

/** Hears how far an import is. */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody listens. */
    ImportProgress NONE = (phase, read, total) -> {};

    /**
     * Some more was read.
     *
     * @param phase what is being done, a verb
     * @param read bytes read in this phase
     * @param total bytes to read, 0 if unknown
     */
    void onRead(String phase, long read, long total);
}
