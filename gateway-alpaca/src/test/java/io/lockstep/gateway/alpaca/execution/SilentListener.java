package io.lockstep.gateway.alpaca.execution;

import java.util.Set;

/** Fails a test in which the stream says anything but order events. */
final class SilentListener implements TradingStreamDecoder.Listener {
    @Override
    public void onAuthorization(boolean authorized, String action, String message) {
        throw new AssertionError("authorization: " + message);
    }

    @Override
    public void onListening(Set<String> streams) {
        throw new AssertionError("listening: " + streams);
    }

    @Override
    public void onError(String message) {
        throw new AssertionError("error: " + message);
    }

    @Override
    public void onQueryNeeded(String venueOrderId, TradeEvent event) {
        throw new AssertionError("query: " + event);
    }
}
