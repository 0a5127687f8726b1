package io.lockstep.engine.pipeline;

/** Which inputs are followed by a checkpoint: every n-th of the journal. Asked for each event, so it divides only where it must. */
final class CheckpointSchedule {
    private final long every;
    private long next;

    CheckpointSchedule(long every) {
        this.every = every;
    }

    boolean isDue(long sequence) {
        if (sequence < next && sequence >= next - every) {
            return false;
        }
        long over = Math.floorMod(sequence, every);
        next = sequence - over + every;
        return over == 0;
    }
}
