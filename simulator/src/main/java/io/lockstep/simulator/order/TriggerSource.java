package io.lockstep.simulator.order;

/** Which price sets off a conditional order. */
public enum TriggerSource {
    /** The latest trade; where no trades are known, the best ask for rising and the best bid for falling triggers. */
    LAST,
    /** The mark price. */
    MARK
}
