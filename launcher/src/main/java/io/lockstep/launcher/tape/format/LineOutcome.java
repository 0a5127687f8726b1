package io.lockstep.launcher.tape.format;

import java.util.Locale;

/** What became of a line. */
public enum LineOutcome {
    /** Its events are written. */
    ACCEPTED(Kind.ACCEPTED),

    /** Names of columns. */
    HEADER(Kind.SKIPPED),
    /** Nothing stands there. */
    BLANK(Kind.SKIPPED),
    /** An answer to a subscription, not market data. */
    CONTROL(Kind.SKIPPED),
    /** A bar that had not closed yet. */
    OPEN_BAR(Kind.SKIPPED),
    /** An event the engine has no use for. */
    OTHER_EVENT(Kind.SKIPPED),
    /** A quote that leaves the best bid and ask as they were. */
    UNCHANGED_QUOTE(Kind.SKIPPED),
    /** A quote the source itself marks doubtful. */
    SUSPICIOUS_QUOTE(Kind.SKIPPED),
    /** A snapshot older than the book that the updates already give. */
    REDUNDANT_SNAPSHOT(Kind.SKIPPED),

    /** Not of this format at all. */
    MALFORMED(Kind.REJECTED),
    /** Too few or too many columns. */
    WRONG_COLUMNS(Kind.REJECTED),
    /** No receive time in front. */
    NO_RECEIVE_TIME(Kind.REJECTED),
    /** A field that must be there is not. */
    MISSING_FIELD(Kind.REJECTED),
    /** A number is none. */
    NOT_A_NUMBER(Kind.REJECTED),
    /** A time is none, or before 1970 or after 2200. */
    NOT_A_TIME(Kind.REJECTED),
    /** A price, quantity or id is outside its range. */
    OUT_OF_RANGE(Kind.REJECTED),
    /** More decimals than the engine's 8. */
    TOO_MANY_DECIMALS(Kind.REJECTED),
    /** The high is below the low, or open or close outside them. */
    INCONSISTENT_BAR(Kind.REJECTED),
    /** Of another kind than its stream. */
    WRONG_EVENT(Kind.REJECTED),
    /** The symbol is none of this import's. */
    UNKNOWN_SYMBOL(Kind.REJECTED),
    /** A snapshot without a symbol that could belong to several. */
    AMBIGUOUS_SNAPSHOT(Kind.REJECTED),
    /** The compressed file is cut off or damaged here. */
    DAMAGED_FILE(Kind.REJECTED);

    private enum Kind {
        ACCEPTED,
        SKIPPED,
        REJECTED
    }

    private final Kind kind;

    LineOutcome(Kind kind) {
        this.kind = kind;
    }

    /** Whether the line is bad. */
    public boolean isRejection() {
        return kind == Kind.REJECTED;
    }

    /** Whether the line is good but gives no event. */
    public boolean isSkip() {
        return kind == Kind.SKIPPED;
    }

    /** The reason as reports name it, lower case with hyphens. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
