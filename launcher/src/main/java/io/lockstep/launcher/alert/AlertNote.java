package io.lockstep.launcher.alert;

import io.lockstep.engine.sbe.Severity;
import java.time.Instant;

/**
 * An alert as a person reads it.
 *
 * @param sequence input that caused it
 * @param timeNs when, UTC, nanoseconds
 * @param severity how urgent
 * @param code what happened
 * @param detail one sentence with the numbers
 */
public record AlertNote(long sequence, long timeNs, Severity severity, String code, String detail) {
    /** One paragraph of plain text. */
    public String text() {
        return severity + " " + code + " at " + Instant.ofEpochSecond(0, timeNs) + " (sequence " + sequence + ")\n"
                + detail;
    }
}
