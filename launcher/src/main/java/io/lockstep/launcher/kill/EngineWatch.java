package io.lockstep.launcher.kill;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.operator.WaitClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongPredicate;

/**
 * Watches an engine from outside: its process and how its heartbeat and its journal sequence move. Only movement counts, by this process's
 * own monotonic clock, so a clock that was set forth or back neither kills nor saves an engine. One thread.
 */
public final class EngineWatch {
    private final ControlFile control;
    private final WaitClock clock;
    private final LongPredicate isAlive;
    private final LongPredicate isSuspended;
    private long heartbeat;
    private long sequence;
    private long movedMs;

    /** Watches the engine of a control file. */
    public EngineWatch(ControlFile control, WaitClock clock) {
        this(
                control,
                clock,
                pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false),
                EngineWatch::isSuspended);
    }

    EngineWatch(ControlFile control, WaitClock clock, LongPredicate isAlive, LongPredicate isSuspended) {
        this.control = control;
        this.clock = clock;
        this.isAlive = isAlive;
        this.isSuspended = isSuspended;
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

    /** Whether a signal or a debugger has stopped its process; false also where the system does not say. */
    public boolean isSuspended() {
        return isSuspended.test(control.pid());
    }

    private static boolean isSuspended(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // behind the program's name, which may hold anything
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && Character.toUpperCase(stat.charAt(state)) == 'T';
        } catch (IOException unknown) {
            return false;
        }
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
