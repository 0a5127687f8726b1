package io.lockstep.simulator.binance.feed;

/** Which streams a path serves; the others stay silent there (Binance USDⓈ-M change log, 2026-04-23). */
public enum StreamRoute {
    /** Everything, as on spot. */
    ALL,
    /** Books and raw trades. */
    PUBLIC,
    /** Everything made from trades and marks. */
    MARKET;

    /** Whether a stream is served. */
    public boolean serves(String stream) {
        boolean isPublic = stream.endsWith("@bookTicker")
                || stream.equals("!bookTicker")
                || stream.contains("@depth")
                || stream.contains("@rpiDepth")
                || stream.endsWith("@trade");
        return switch (this) {
            case ALL -> true;
            case PUBLIC -> isPublic;
            case MARKET -> !isPublic;
        };
    }
}
