package io.lockstep.engine;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;

/** How a handler's thread waits for the next event: the sooner it wakes, the more of a core it takes. */
public enum WaitMode {
    /** Chosen from the number of cores: yielding where every spinning thread has a core and one is left, else blocking. */
    AUTO,
    /** Parks; wakes in microseconds, costs nothing while idle. */
    BLOCKING,
    /** Parks for short times; wakes in tens of microseconds. */
    SLEEPING,
    /** Spins and yields; wakes in a fraction of a microsecond and takes what others leave of a core. */
    YIELDING,
    /** Spins; wakes fastest and takes a whole core. */
    BUSY_SPIN;

    /**
     * The wait mode in force.
     *
     * @param spinners threads that would spin
     * @param cores cores of this machine
     * @throws IllegalArgumentException if busy spinning would leave no core for anything else
     */
    public WaitMode resolve(int spinners, int cores) {
        if (this == BUSY_SPIN && spinners >= cores) {
            throw new IllegalArgumentException("busy spin would starve this machine: spinning=" + spinners + ", cores="
                    + cores + ", allowed here: blocking, sleeping, yielding");
        }
        if (this != AUTO) {
            return this;
        }
        return spinners < cores ? YIELDING : BLOCKING;
    }

    WaitStrategy create() {
        return switch (this) {
            case SLEEPING -> new SleepingWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case BUSY_SPIN -> new BusySpinWaitStrategy();
            case BLOCKING, AUTO -> new BlockingWaitStrategy();
        };
    }
}
