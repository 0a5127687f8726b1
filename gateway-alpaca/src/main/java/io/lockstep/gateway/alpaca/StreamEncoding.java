package io.lockstep.gateway.alpaca;

/** How market data is written on the wire. */
public enum StreamEncoding {
    /** Text; the fast way here. */
    JSON,
    /** Binary; rewritten before it is read. */
    MSGPACK
}
