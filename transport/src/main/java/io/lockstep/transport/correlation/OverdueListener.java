package io.lockstep.transport.correlation;

/** Hears of requests that will not be waited for any longer. Their outcome is unknown, not a refusal. */
@FunctionalInterface
public interface OverdueListener {
    /**
     * A request is given up. Told exactly once for each.
     *
     * @param id the request
     * @param context what the caller noted with it
     */
    void onOverdue(long id, long context);
}
