package io.lockstep.launcher.kill;

/**
 * Which of the open orders within its scope a kill cancels besides the plain ones of this program.
 *
 * @param foreign also those of other programs and of people
 * @param stops also those that wait for a price: without them positions stay unprotected
 */
public record KillReach(boolean foreign, boolean stops) {
    /** Every order there is. */
    public static final KillReach EVERYTHING = new KillReach(true, true);

    boolean isEverything() {
        return foreign && stops;
    }
}
