package io.lockstep.launcher.tape.bars;

import java.time.Instant;

/**
 * How many bars are of a class.
 *
 * @param kind the class
 * @param bars how many
 * @param example the first of them
 */
public record BarCount(BarClass kind, long bars, String example) {
    static String example(long startNs, String theirs, String built) {
        return Instant.ofEpochSecond(0, startNs) + " bar " + theirs + ", built " + built;
    }

    BarCount plus(BarCount later) {
        return new BarCount(kind, bars + later.bars, example);
    }
}
