package io.lockstep.simulator.account;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;

/**
 * How the venue treats an account's money.
 *
 * @param leverage notional allowed for one unit of equity, at least 1; 1 without {@code allowShort} means cash only for spot and equities
 * @param allowShort whether spot and equity positions may go below zero
 * @param feeCurrency what fees are taken in
 * @param feeAsset the third asset, used with {@link FeeCurrency#THIRD_ASSET} only
 * @param feeAssetPrice quote currency for one unit of the third asset, E8, positive
 * @param brackets maintenance margin by notional
 * @param liquidationFee fee of a forced fill as a fraction of notional, E8
 */
public record AccountRules(
        int leverage,
        boolean allowShort,
        FeeCurrency feeCurrency,
        String feeAsset,
        long feeAssetPrice,
        MarginBrackets brackets,
        long liquidationFee) {

    /** Checks ranges. */
    public AccountRules {
        if (leverage < 1) {
            throw new IllegalArgumentException("must be at least 1: leverage=" + leverage);
        }
        if (feeAssetPrice < 1) {
            throw new IllegalArgumentException("must be positive: feeAssetPrice=" + feeAssetPrice);
        }
    }

    /** Whether an instrument is held as a position against margin rather than bought and sold for cash. */
    public boolean isMargined(Instrument instrument) {
        return instrument.assetClass() == AssetClass.PERPETUAL
                || instrument.assetClass() == AssetClass.FUTURE
                || allowShort
                || leverage > 1;
    }
}
