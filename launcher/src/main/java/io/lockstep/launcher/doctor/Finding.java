package io.lockstep.launcher.doctor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was seen of one thing.
 *
 * @param subject what was looked at: an account, a strategy's instrument, the host
 * @param check what of it
 * @param verdict what to think of it
 * @param detail what was seen, with the numbers
 */
public record Finding(String subject, String check, Verdict verdict, String detail) {
    /** What to think of something. */
    public enum Verdict {
        /** As it should be. */
        FINE,
        /** Good to know, or could not be found out. */
        NOTE,
        /** Must be put right before a session starts. */
        WRONG
    }

    static Finding fine(String subject, String check, String detail) {
        return new Finding(subject, check, Verdict.FINE, detail);
    }

    static Finding note(String subject, String check, String detail) {
        return new Finding(subject, check, Verdict.NOTE, detail);
    }

    static Finding wrong(String subject, String check, String detail) {
        return new Finding(subject, check, Verdict.WRONG, detail);
    }

    static Finding of(String subject, String check, boolean fine, String detail) {
        return fine ? fine(subject, check, detail) : wrong(subject, check, detail);
    }

    /** Whether it must be put right. */
    public boolean isWrong() {
        return verdict == Verdict.WRONG;
    }

    /** As a row of a report. */
    public Map<String, Object> toRow() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", subject);
        row.put("check", check);
        row.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        row.put("detail", detail);
        return row;
    }
}
