package io.lockstep.gateway.alpaca.orderentry;

/** How orders belong together at the venue. */
public enum OrderClass {
    /** One order alone. */
    SIMPLE("simple"),
    /** An entry with a take-profit and a stop-loss that wait until it is filled. */
    BRACKET("bracket"),
    /** A take-profit and a stop-loss for a position that is there; one ends the other. */
    OCO("oco"),
    /** An entry with one of the two. */
    OTO("oto");

    private final String wire;

    OrderClass(String wire) {
        this.wire = wire;
    }

    /** The venue's class for an engine's. */
    static OrderClass of(io.lockstep.engine.sbe.OrderClass orderClass) {
        return switch (orderClass) {
            case BRACKET -> BRACKET;
            case OCO -> OCO;
            case OTO -> OTO;
            case SIMPLE, NULL_VAL -> SIMPLE;
        };
    }

    /** Name on the wire. */
    String wire() {
        return wire;
    }
}
