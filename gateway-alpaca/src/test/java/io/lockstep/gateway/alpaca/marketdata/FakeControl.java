package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.gateway.alpaca.session.Channel;
import io.lockstep.gateway.alpaca.session.StreamControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what the venue says about the session. */
final class FakeControl implements StreamControl {
    final List<String> told = new ArrayList<>();

    @Override
    public void onConnected() {
        told.add("connected");
    }

    @Override
    public void onAuthenticated() {
        told.add("authenticated");
    }

    @Override
    public void onError(int code, String message) {
        told.add("error " + code + " " + message);
    }

    @Override
    public void onSubscription(Map<Channel, Set<String>> symbols) {
        told.add("subscription " + symbols);
    }
}
