package io.lockstep.strategies.indicator.kernel;

/** How an exponential average starts. */
public enum Seed {
    /** From the mean of the first n values; nothing before. TA-Lib's way. */
    SMA,
    /** From the first value, hence a value at once that needs time to forget its start. */
    FIRST
}
