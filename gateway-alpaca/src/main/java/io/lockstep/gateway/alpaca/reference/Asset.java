package io.lockstep.gateway.alpaca.reference;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.Set;

/**
 * What can be traded and under which rules. Immutable.
 *
 * @param id the venue's id of the asset
 * @param symbol symbol, crypto with a slash
 * @param kind what it is
 * @param exchange primary exchange
 * @param isActive whether the venue lists it as active
 * @param isTradable whether orders are taken
 * @param isMarginable whether it can be bought on credit
 * @param isShortable whether it can be sold short
 * @param isFractionable whether parts of a share can be traded
 * @param attributes further properties, such as {@code ipo} or {@code overnight_tradable}
 * @param minOrderSize smallest order, E8; {@link FixedPoint#NULL} when not named
 * @param quantityStep smallest quantity step, E8; {@link FixedPoint#NULL} when not named
 * @param priceStep smallest price step, E8; {@link FixedPoint#NULL} when not named
 */
public record Asset(
        String id,
        String symbol,
        Kind kind,
        String exchange,
        boolean isActive,
        boolean isTradable,
        boolean isMarginable,
        boolean isShortable,
        boolean isFractionable,
        Set<String> attributes,
        long minOrderSize,
        long quantityStep,
        long priceStep) {

    /** Keeps its own copy of the attributes. */
    public Asset {
        attributes = Set.copyOf(attributes);
    }

    /** Whether it trades around the clock. */
    public boolean isCrypto() {
        return kind == Kind.CRYPTO;
    }

    /** What an asset is. */
    public enum Kind {
        /** A US stock or fund. */
        EQUITY,
        /** A pair of currencies, one of them a coin. */
        CRYPTO,
        /** Something this gateway does not trade. */
        OTHER;

        static Kind of(String name) {
            return switch (name) {
                case "us_equity" -> EQUITY;
                case "crypto" -> CRYPTO;
                default -> OTHER;
            };
        }
    }
}
