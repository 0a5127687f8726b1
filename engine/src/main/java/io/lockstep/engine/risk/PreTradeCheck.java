package io.lockstep.engine.risk;

/** One group of checks; the gate asks them one after the other. */
interface PreTradeCheck {
    /** Why an order may not leave, with the numbers noted in it; {@link DenyReason#NONE} if these checks have nothing against it. */
    DenyReason check(Candidate order);
}
