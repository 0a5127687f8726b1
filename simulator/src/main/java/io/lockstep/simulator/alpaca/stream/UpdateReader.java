package io.lockstep.simulator.alpaca.stream;

/** A connection that is told what happens to orders. */
interface UpdateReader {
    /** Something happened, to whomever. */
    void onUpdate(Update update);

    /** Whether it holds the one trading stream an account may have. */
    boolean holdsStreamOf(int accountId);

    /** Forgets what it was asked for, though it stays open. */
    void forget();

    /** Is broken off without a word. */
    void cut();
}
