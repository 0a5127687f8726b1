package io.lockstep.engine;

/**
 * Ends the process when a handler other than a strategy has thrown: wrong numbers are worse than none. Called once, on the handler's
 * thread, which then stops; nothing further is handled.
 */
public interface FatalHandler {
    /** A handler threw at an event. */
    void onFatal(long sequence, Throwable failure);
}
