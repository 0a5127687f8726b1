package io.lockstep.gateway.binance.session.context;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets frames in one at a time until it is shut; when {@link #shut} returns, none is being handled and none will be. Any thread. */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final long SHUT_TIMEOUT_S = 2;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean shut;

    /** Goes in, to be followed by {@link #leave}; false once shut. */
    boolean enter() {
        lock.lock();
        if (shut) {
            lock.unlock();
            return false;
        }
        return true;
    }

    /** Goes out. */
    void leave() {
        lock.unlock();
    }

    /** Whether it is shut, or about to be. */
    public boolean isShut() {
        return shut;
    }

    /** Shuts for good; waits for who is inside, unless the ring keeps them there because nobody reads it any more. */
    public void shut() {
        shut = true;
        try {
            if (lock.tryLock(SHUT_TIMEOUT_S, TimeUnit.SECONDS)) {
                lock.unlock();
            } else {
                LOG.warn("A frame is still being handled: waitedS={}", SHUT_TIMEOUT_S);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
