package io.lockstep.gateway.binance.reference;

import java.util.List;
import java.util.Optional;

/**
 * What the venue states about itself: its clock, its rate limits, its symbols. Immutable.
 *
 * @param product which venue
 * @param serverTimeMs the venue's time when it answered, milliseconds
 * @param rateLimits its rate limits
 * @param symbols its symbols, in its order
 */
public record ExchangeInfo(Product product, long serverTimeMs, List<RateLimit> rateLimits, List<SymbolRules> symbols) {
    /** Copies its lists. */
    public ExchangeInfo {
        rateLimits = List.copyOf(rateLimits);
        symbols = List.copyOf(symbols);
    }

    /**
     * One limit of requests or orders per window of the wall clock.
     *
     * @param type REQUEST_WEIGHT, ORDERS, RAW_REQUESTS or a new one
     * @param windowSeconds length of the window, seconds
     * @param limit how much is allowed in a window
     */
    public record RateLimit(String type, long windowSeconds, long limit) {}

    /** The rules of a symbol. */
    public Optional<SymbolRules> symbol(String name) {
        return symbols.stream().filter(rules -> rules.symbol().equals(name)).findFirst();
    }
}
