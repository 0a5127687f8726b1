package io.lockstep.gateway.alpaca.execution;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.Side;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fee of a crypto fill. The venue takes it from what is received, coins of a purchase and dollars of a sale, but names it nowhere in the
 * fill; so it is worked out here, at the taker's rate, for a fill does not say either whether it rested.
 */
final class CoinFees {
    private final Map<Integer, Instrument> coins = new HashMap<>();

    CoinFees(List<Instrument> instruments) {
        instruments.stream()
                .filter(instrument -> instrument.assetClass() == AssetClass.SPOT)
                .forEach(coin -> coins.put(coin.id(), coin));
    }

    /** Sets fee and asset of a fill; leaves them as they are where the instrument is no coin. */
    void put(ExecutionReportEncoder report, OrderBody order, Execution execution) {
        Instrument coin = coins.get(order.instrumentId);
        if (coin == null) {
            return;
        }
        boolean bought = order.side == Side.BUY;
        long received = bought ? execution.quantity : coin.notional(execution.price, execution.quantity);
        report.fee(FixedPoint.multiply(received, coin.takerFee(), RoundingMode.HALF_EVEN))
                .feeAsset(bought ? coin.baseAsset() : coin.quoteAsset());
    }
}
