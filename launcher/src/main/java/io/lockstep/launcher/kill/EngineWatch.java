package io.lockstep.launcher.kill;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.operator.WaitClock;
import java.util.function.LongPredicate;

/**
 * Watches an engine from outside: its process and how its heartbeat and its journal sequence move. Only movement counts, by this process's
 * own monotonic clock, so a clock that was set forth or back neither kills nor saves an engine. One thread.
 */
public final class EngineWatch {
    private final ControlFile control;
    private final WaitClock clock;
    private final LongPredicate isAlive;
    private long heartbeat;
    private long sequence;
    private long movedMs;

    /** Watches the engine of a control file. */
    public EngineWatch(ControlFile control, WaitClock clock) {
        this(
                control,
                clock,
                pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    EngineWatch(ControlFile control, WaitClock clock, LongPredicate isAlive) {
        this.control = control;
        this.clock = clock;
        this.isAlive = isAlive;
        heartbeat = control.heartbeatMs();
        sequence = control.sequence();
        movedMs = clock.nowMs();
    }

    /** What is seen of an engine. */
    public enum Sign {
        /** No run is under way: none was started, or it ended cleanly. */
        STOPPED,
        /** Its process is there and its heartbeat moves. */
        ALIVE,
        /** Its process is there, its heartbeat has not moved for a while. */
        HUNG,
        /** Its process has gone without ending the run. */
        DEAD
    }

    /**
     * Looks.
     *
     * @param stillMs how long a heartbeat may stand still, ms
     */
    public Sign look(long stillMs) {
        long pid = control.pid();
        if (control.heartbeatMs() != heartbeat || control.sequence() != sequence) {
            heartbeat = control.heartbeatMs();
            sequence = control.sequence();
            movedMs = clock.nowMs();
        }
        if (pid == 0) {
            movedMs = clock.nowMs();
            return Sign.STOPPED;
        }
        if (!isAlive.test(pid)) {
            return Sign.DEAD;
        }
        return stillForMs() >= stillMs ? Sign.HUNG : Sign.ALIVE;
    }

    /** For how long nothing has moved, ms, as of the last look. */
    public long stillForMs() {
        return clock.nowMs() - movedMs;
    }

    /** Process id of the engine, 0 if none runs. */
    public long pid() {
        return control.pid();
    }

    /** Last input sequence of the engine. */
    public long sequence() {
        return control.sequence();
    }
}
