package io.lockstep.gateway.alpaca.session;

import java.util.Map;
import java.util.Set;

/** Told what the venue says about a market-data session rather than about a market. Called on the network thread. */
public interface StreamControl {
    /** The venue greets: it expects the keys now. */
    void onConnected();

    /** The keys were accepted. */
    void onAuthenticated();

    /**
     * The venue refuses something.
     *
     * @param code the venue's code, 400 to 500
     * @param message the venue's text
     */
    void onError(int code, String message);

    /**
     * The whole current subscription.
     *
     * @param symbols symbols by channel; channels without symbols may be absent
     */
    void onSubscription(Map<Channel, Set<String>> symbols);
}
