package io.lockstep.gateway.alpaca.session;

import io.lockstep.gateway.alpaca.wire.JsonText;

/** What a session wants done. Called on the network thread. */
public interface StreamOutput {
    /**
     * Send a text frame.
     *
     * @param message valid only during the call
     */
    void send(JsonText message);

    /** The session stands: everything asked for will come. Fill the gap since the last time now. */
    void ready();

    /** The session goes on in spite of this. */
    void note(StreamFault fault, String detail);

    /**
     * Close this connection and open another.
     *
     * @param delayMs least pause before, milliseconds
     */
    void reconnect(StreamFault fault, String detail, long delayMs);

    /** Close this connection and do not come back: only a person can change the cause. */
    void giveUp(StreamFault fault, String detail);
}
