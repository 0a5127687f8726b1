package io.lockstep.simulator.scenario;

import io.lockstep.simulator.wire.SocketPeer;
import java.nio.charset.StandardCharsets;

/**
 * A frame on its way to the client.
 *
 * @param text what rules look at; of a binary frame one character a byte, so that nothing of it is lost
 * @param isBinary whether it leaves as a binary frame
 */
record Outgoing(String text, boolean isBinary) {
    static Outgoing ofText(String text) {
        return new Outgoing(text, false);
    }

    static Outgoing ofBytes(byte[] payload) {
        return new Outgoing(new String(payload, StandardCharsets.ISO_8859_1), true);
    }

    /** Half of it, as where a buffer ends too early. */
    Outgoing broken() {
        String half = text.substring(0, text.length() / 2);
        return new Outgoing(isBinary ? half : half + "\u0000\uFFFD{\"", isBinary);
    }

    void sendTo(SocketPeer peer) {
        if (isBinary) {
            peer.send(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            peer.send(text);
        }
    }
}
