package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.settings.Setting;

/**
 * What a futures account is set to before it trades. Positions are held one way, long or short, never both: an account in hedge mode is
 * switched, or refused.
 *
 * @param leverage of each instrument; 0 leaves it as it is
 * @param marginType whether a position has margin of its own
 * @param switchPositionMode whether an account in hedge mode is switched to one-way; it must have no orders or positions for that
 * @param countdownSeconds after which the venue cancels everything by itself once the engine has armed it and falls silent
 */
public record FuturesSettings(
        @Setting(help = "leverage of each instrument; 0 leaves it as it is", fallback = "0", least = "0", most = "125")
        int leverage,

        @Setting(help = "whether a position has margin of its own", fallback = "as-it-is")
        MarginType marginType,

        @Setting(help = "whether an account in hedge mode is switched to one-way", fallback = "false")
        boolean switchPositionMode,

        @Setting(
                help = "time after which the venue cancels everything unless the engine arms it again",
                unit = "seconds",
                fallback = "15",
                least = "5",
                most = "3600")
        int countdownSeconds) {
    /** The defaults above. */
    public static final FuturesSettings DEFAULT = new FuturesSettings(0, MarginType.AS_IT_IS, false, 15);

    /** The same without any change to the account. */
    public FuturesSettings untouched() {
        return new FuturesSettings(0, MarginType.AS_IT_IS, false, countdownSeconds);
    }

    /** Whether a position has margin of its own. */
    public enum MarginType {
        /** As the account has it. */
        AS_IT_IS,
        /** All positions share the account's margin. */
        CROSSED,
        /** Each position has its own. */
        ISOLATED
    }
}
