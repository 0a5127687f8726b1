package io.lockstep.simulator.alpaca.desk;

/** How much trades against the best bid or ask. */
public enum FillModel {
    /** Whatever is wanted: a paper account ignores the size displayed. */
    ANY_SIZE,
    /** What is displayed, each size once. */
    DISPLAYED_SIZE
}
