package io.lockstep.gateway.alpaca;

/** How a stream is told the key. */
public enum KeyForm {
    /** As the first message. */
    MESSAGE,
    /** As headers of the upgrade; the trading stream is told by the older form of message. */
    HEADER
}
