package io.lockstep.gateway.alpaca.marketdata.code;

import io.lockstep.engine.sbe.TradingStatusKind;
import org.jspecify.annotations.Nullable;

/**
 * What a trading-status code of the consolidated tapes says about trading. Alpaca Real-time Stock Data, "Status", read 2026-11. Stateless.
 */
public final class StatusCodes {
    private StatusCodes() {}

    /**
     * The status a code stands for.
     *
     * @param tape tape code, an ASCII character
     * @param code status code, an ASCII character
     * @return the new status, or null when the code leaves it as it is (price indications, imbalances, short-sale restriction)
     */
    public static @Nullable TradingStatusKind kind(int tape, int code) {
        return tape == 'A' || tape == 'B' ? consolidatedTape(code) : nasdaqTape(code);
    }

    private static @Nullable TradingStatusKind consolidatedTape(int code) {
        return switch (code) {
            case '2' -> TradingStatusKind.HALTED;
            case '3' -> TradingStatusKind.TRADING;
            default -> null;
        };
    }

    private static @Nullable TradingStatusKind nasdaqTape(int code) {
        return switch (code) {
            case 'H', 'P' -> TradingStatusKind.HALTED;
            case 'Q' -> TradingStatusKind.PRE_OPEN;
            case 'T' -> TradingStatusKind.TRADING;
            default -> null;
        };
    }
}
