package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.transport.json.JsonCursor;

/** The order in which the faults of an event are looked for: the form first, then what it is about, then its values. */
final class ParseResult {
    private ParseResult() {}

    static DecodeOutcome of(
            JsonCursor cursor, boolean wrongEvent, boolean complete, int instrumentId, boolean inRange) {
        if (cursor.isFaulty()) {
            return DecodeOutcome.MALFORMED;
        }
        if (wrongEvent) {
            return DecodeOutcome.WRONG_EVENT;
        }
        if (!complete) {
            return DecodeOutcome.MISSING_FIELD;
        }
        if (instrumentId == SymbolTable.NOT_FOUND) {
            return DecodeOutcome.UNKNOWN_SYMBOL;
        }
        return inRange ? DecodeOutcome.DELIVERED : DecodeOutcome.INVALID_VALUE;
    }
}
