package io.lockstep.simulator.alpaca.market;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What can be traded here.
 *
 * @param instrument its definition; the id is the asset's index
 * @param name name of the company or coin
 * @param listing where it is listed
 * @param isShortable whether it may be sold short
 * @param isFractionable whether parts of a share may be traded
 * @param isTradable whether it may be traded at all
 * @param isPublic whether the market is an exchange's; false for the symbol of the test stream
 */
public record Asset(
        Instrument instrument,
        String name,
        Listing listing,
        boolean isShortable,
        boolean isFractionable,
        boolean isTradable,
        boolean isPublic) {
    /** Index of the asset, dense from 0. */
    public int id() {
        return instrument.id();
    }

    /** The symbol, as {@code SPY} or {@code BTC/USD}. */
    public String symbol() {
        return instrument.symbol();
    }

    /** Whether it is a coin rather than a share. */
    public boolean isCrypto() {
        return instrument.assetClass() == AssetClass.SPOT;
    }

    /** The symbol as positions show it: pairs without the slash. */
    public String positionSymbol() {
        return symbol().replace("/", "");
    }

    /** The venue's id of the asset. */
    public String uuid() {
        return UUID.nameUUIDFromBytes(("asset/" + symbol()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Where an asset is listed, as the venue writes it, with the codes of exchange and tape in ticks. */
    public enum Listing {
        /** New York Stock Exchange. */
        NYSE("N", "A"),
        /** NYSE Arca, home of many funds. */
        ARCA("P", "B"),
        /** Nasdaq. */
        NASDAQ("Q", "C"),
        /** Alpaca's own venue for coins. */
        CRYPTO("CBSE", "");

        private final String exchangeCode;
        private final String tape;

        Listing(String exchangeCode, String tape) {
            this.exchangeCode = exchangeCode;
            this.tape = tape;
        }

        /** Code of the primary exchange in ticks. */
        public String exchangeCode() {
            return exchangeCode;
        }

        /** The tape its ticks are reported on; empty for coins. */
        public String tape() {
            return tape;
        }
    }
}
