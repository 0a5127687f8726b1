package io.lockstep.gateway.binance.execution;

import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;

/** The venue's words for what happened ({@code x}) and for the state of an order after it ({@code X}). */
enum ReportedStatus {
    NEW(false),
    PENDING_NEW(false),
    PARTIALLY_FILLED(false),
    TRADE(false),
    REPLACED(false),
    AMENDMENT(false),
    TRADE_PREVENTION(false),
    CALCULATED(false),
    TRIGGERING(false),
    TRIGGERED(false),
    FILLED(true),
    CANCELED(true),
    REJECTED(true),
    EXPIRED(true),
    EXPIRED_IN_MATCH(true),
    FINISHED(true),
    UNKNOWN(false);

    private static final ReportedStatus[] ALL = values();
    private static final JsonKeys NAMES = JsonKeys.of(names());

    private final boolean terminal;

    ReportedStatus(boolean terminal) {
        this.terminal = terminal;
    }

    /** Whether nothing of the order is open in this state. */
    boolean isTerminal() {
        return terminal;
    }

    /** The word just read, or {@link #UNKNOWN}. */
    static ReportedStatus ofText(JsonCursor cursor) {
        int index = NAMES.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
        return index == JsonKeys.UNKNOWN ? UNKNOWN : ALL[index];
    }

    /** A word, or {@link #UNKNOWN}. */
    static ReportedStatus of(String word) {
        for (ReportedStatus status : ALL) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }

    private static String[] names() {
        String[] names = new String[ALL.length];
        for (int i = 0; i < ALL.length; i++) {
            names[i] = ALL[i].name();
        }
        return names;
    }
}
