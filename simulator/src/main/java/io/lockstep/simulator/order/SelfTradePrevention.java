package io.lockstep.simulator.order;

/** What happens when an order would meet another of the same account; the taker's mode decides. */
public enum SelfTradePrevention {
    /** They trade. */
    NONE,
    /** The rest of the arriving order expires. */
    EXPIRE_TAKER,
    /** The resting order expires, the arriving one goes on. */
    EXPIRE_MAKER,
    /** Both expire. */
    EXPIRE_BOTH
}
