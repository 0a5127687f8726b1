package io.lockstep.gateway.binance.marketdata.session;

/**
 * One stream to subscribe.
 *
 * @param name the venue's name, as {@code btcusdt@bookTicker}
 * @param instrumentId what it is about
 * @param maxSilenceNs silence after which it counts as mute, nanoseconds; 0 for any
 * @param pricing whether prices are formed from it, so that its silence makes them stale
 */
record PlannedStream(String name, int instrumentId, long maxSilenceNs, boolean pricing) {}
