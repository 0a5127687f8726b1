package io.lockstep.gateway.binance.orderentry.signing;

/** Proves that a request is ours. One thread at a time. */
public interface RequestSigner {
    /**
     * Adds the signature of some bytes to a text, as it stands in a WebSocket request: hexadecimal, or Base64.
     *
     * @param payload what to sign, exactly as the venue will rebuild it
     */
    void sign(byte[] payload, int offset, int length, TextBuffer target);
}
