package io.lockstep.launcher.operator;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Polls a desk on a thread of its own, so that commands and the latch are seen while nothing else happens. */
public final class DeskThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);
    private static final long POLL_NS = 20_000_000;
    private static final long SETTLE_NS = 500_000_000;

    private final OperatorDesk desk;
    private final Runnable alongside;
    private final Thread thread = new Thread(this::run, "lockstep-desk");
    private volatile boolean closed;
    private boolean failing;

    /**
     * A thread that has not started.
     *
     * @param alongside done at every look around; must return soon
     */
    public DeskThread(OperatorDesk desk, Runnable alongside) {
        this.desk = desk;
        this.alongside = alongside;
        thread.setDaemon(true);
    }

    /** Starts it. */
    public DeskThread start() {
        thread.start();
        return this;
    }

    /** Waits until the engine has been told of a latch that is set, which takes a few looks at most. */
    public void awaitKillTold() {
        boolean told = false;
        boolean failed = false;
        while (!told) {
            try {
                told = desk.isKillTold();
            } catch (RuntimeException e) { // whatever it is, the latch stands, and the next look may succeed
                if (!failed) {
                    LOG.error("operators' requests cannot be served", e);
                }
                failed = true;
            }
            if (!told) {
                LockSupport.parkNanos(POLL_NS);
            }
        }
    }

    /** Ends it, after a last look around: nothing is published afterwards. */
    @Override
    public void close() {
        awaitKillTold();
        long end = System.nanoTime() + SETTLE_NS;
        while (!desk.isSettled() && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        alongside.run();
        desk.stop();
    }

    private void run() {
        while (!closed) {
            boolean polled = attempt(desk::poll);
            boolean looked = attempt(alongside);
            failing = !polled || !looked;
            LockSupport.parkNanos(POLL_NS);
        }
    }

    /** Trading goes on if it fails, whatever with: the latch is read without this thread, and the next look may succeed. */
    private boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("operators' requests cannot be served, or the host not be watched", e);
            }
            return false;
        }
    }
}
