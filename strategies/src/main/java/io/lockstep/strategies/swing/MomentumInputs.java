package io.lockstep.strategies.swing;

/** The indicator values {@link MomentumGates} look at; a reused carrier. */
final class MomentumInputs {
    /** ADX, percent. */
    double adx;
    /** +DI less -DI, percent. */
    double diDifference;
    /** Volume by mean volume; NaN if there is none. */
    double volumeRatio;
    /** Return of the bar in mean absolute returns. */
    double acceleration;
    /** Place of the close in the channel, 0 to 1. */
    double position;
    /** Height of the channel as a fraction of the close. */
    double width;
}
