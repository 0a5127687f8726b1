package io.lockstep.gateway.binance.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of an account's session: takes tasks in order, logs those that fail, drops those that come after its end. */
final class SessionThread extends ScheduledThreadPoolExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(SessionThread.class);
    private static final long END_TIMEOUT_S = 2;

    private final String name;

    SessionThread(String name) {
        super(
                1,
                task -> {
                    Thread created = new Thread(task, name);
                    created.setDaemon(true);
                    return created;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        this.name = name;
    }

    /** Ends the thread and waits a little for the task it is at. */
    void end() {
        shutdownNow();
        try {
            if (!awaitTermination(END_TIMEOUT_S, TimeUnit.SECONDS)) {
                LOG.warn("Thread does not end: name={}", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        super.afterExecute(task, thrown);
        Throwable failure = thrown == null ? failureOf(task) : thrown;
        if (failure != null) {
            LOG.error("Task failed: thread={}", name, failure);
        }
    }

    private static @Nullable Throwable failureOf(Runnable task) {
        if (task instanceof Future<?> future && future.isDone()) {
            try {
                Object unused = future.get();
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (CancellationException e) {
                return null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }
}
