package io.lockstep.transport.liveness;

/** Hears of streams that fell silent. */
@FunctionalInterface
public interface MuteListener {
    /**
     * A stream was silent for longer than allowed. Told once for each silence.
     *
     * @param stream its number
     * @param silentNs for how long, nanoseconds
     */
    void onMute(int stream, long silentNs);
}
