package io.lockstep.gateway.binance.execution.account;

import io.lockstep.engine.sbe.CashReason;
import io.lockstep.gateway.binance.execution.field.AsciiField;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Why cash moves without a trade, and the id such a movement has.
 *
 * <p>The stream gives movements no id. Funding is known by asset, hour and amount, so that it is the same movement on the stream and in the
 * income history; anything else by asset, millisecond and amount.
 */
final class CashMovements {
    /** The futures reasons ({@code m}) that are not {@link CashReason#OTHER}. */
    private static final Map<String, CashReason> FUTURES = Map.ofEntries(
            Map.entry("FUNDING_FEE", CashReason.FUNDING),
            Map.entry("DEPOSIT", CashReason.TRANSFER),
            Map.entry("WITHDRAW", CashReason.TRANSFER),
            Map.entry("WITHDRAW_REJECT", CashReason.TRANSFER),
            Map.entry("ADMIN_DEPOSIT", CashReason.TRANSFER),
            Map.entry("ADMIN_WITHDRAW", CashReason.TRANSFER),
            Map.entry("MARGIN_TRANSFER", CashReason.TRANSFER),
            Map.entry("ASSET_TRANSFER", CashReason.TRANSFER),
            Map.entry("COIN_SWAP_DEPOSIT", CashReason.TRANSFER),
            Map.entry("COIN_SWAP_WITHDRAW", CashReason.TRANSFER),
            Map.entry("INSURANCE_CLEAR", CashReason.LIQUIDATION));

    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long MS_NS = 1_000_000;

    private CashMovements() {}

    /** The reason behind the venue's word; OTHER for one that is not listed. */
    static CashReason reason(String word) {
        return FUTURES.getOrDefault(word, CashReason.OTHER);
    }

    /** Writes a movement's id. */
    static void identify(AsciiField into, CashReason reason, AsciiField asset, long timeNs, long amount) {
        boolean funding = reason == CashReason.FUNDING;
        String name = new String(asset.bytes(), 0, asset.length(), StandardCharsets.US_ASCII);
        long when = timeNs / (funding ? HOUR_NS : MS_NS);
        into.set((funding ? "F" : "M") + name + ':' + Long.toString(when, 36) + ':' + amount);
    }
}
