package io.lockstep.launcher.session;

import io.lockstep.engine.FatalHandler;
import org.jspecify.annotations.Nullable;

/** Keeps what a handler threw, for the thread that waits for the run. */
final class FirstFailure implements FatalHandler {
    private volatile @Nullable Throwable failure;
    private volatile long sequence;

    @Override
    public void onFatal(long at, Throwable thrown) {
        sequence = at;
        failure = thrown;
    }

    boolean isSet() {
        return failure != null;
    }

    /**
     * Throws what was kept.
     *
     * @throws IllegalStateException if a handler has thrown
     */
    void throwIfAny() {
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("a handler failed: sequence=" + sequence, thrown);
        }
    }
}
