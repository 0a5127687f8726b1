package io.lockstep.engine.port;

/**
 * A place in a log: behind which record, and the hash chain after it. What follows continues both.
 *
 * @param sequence of the last record before, 0 for none
 * @param chain hash chain after it
 */
public record LogPoint(long sequence, long chain) {
    /** Before the first record of the first epoch. */
    public static final LogPoint BEGINNING = new LogPoint(0, 0);
}
