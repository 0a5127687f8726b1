package io.lockstep.launcher.swarm.venue;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The account in the venue's books: balances by asset and, for perpetuals, positions. Fills change it and nothing else does. */
public final class VenueBooks {
    private final List<Instrument> instruments;
    private final Holding[] holdings;
    private final Map<String, BigDecimal> balances = new LinkedHashMap<>();

    VenueBooks(List<Instrument> instruments, long openingCash) {
        this.instruments = instruments;
        holdings = new Holding[instruments.size()];
        for (int id = 0; id < holdings.length; id++) {
            holdings[id] = new Holding();
        }
        balances.put(instruments.get(0).quoteAsset(), FixedPoint.toBigDecimal(openingCash));
        if (isSpot()) {
            instruments.forEach(each -> balances.put(each.baseAsset(), FixedPoint.toBigDecimal(0)));
        }
    }

    /** Whether positions are balances. */
    public boolean isSpot() {
        return instruments.get(0).assetClass() == AssetClass.SPOT;
    }

    /** Assets in the order in which they are listed. */
    public List<String> assets() {
        return List.copyOf(balances.keySet());
    }

    /** Balance of an asset, E8. */
    public long balance(String asset) {
        return e8(balances.getOrDefault(asset, BigDecimal.ZERO));
    }

    /** Signed position, E8; of a spot instrument its base asset's balance. */
    public long position(int instrumentId) {
        return isSpot() ? balance(instruments.get(instrumentId).baseAsset()) : e8(holdings[instrumentId].quantity());
    }

    /** Mean entry price, E8; 0 when flat, and on spot. */
    public long entryPrice(int instrumentId) {
        return e8(holdings[instrumentId].entryPrice());
    }

    void book(VenueFill fill) {
        Instrument instrument = instruments.get(fill.instrumentId());
        boolean buy = fill.order().wish().buy();
        BigDecimal price = FixedPoint.toBigDecimal(fill.price());
        BigDecimal quantity = FixedPoint.toBigDecimal(fill.quantity());
        if (isSpot()) {
            BigDecimal value = price.multiply(quantity);
            add(instrument.baseAsset(), buy ? quantity : quantity.negate());
            add(instrument.quoteAsset(), buy ? value.negate() : value);
        } else {
            add(instrument.quoteAsset(), holdings[instrument.id()].trade(buy, price, quantity));
        }
        add(fill.feeAsset(), FixedPoint.toBigDecimal(fill.fee()).negate());
    }

    private void add(String asset, BigDecimal amount) {
        balances.merge(asset, amount, BigDecimal::add);
    }

    private static long e8(BigDecimal value) {
        return value.movePointRight(8).longValueExact();
    }
}
