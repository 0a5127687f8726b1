package io.lockstep.simulator.venue;

/** A venue whose truth about an account can be looked at without going through its interface. Event loop only. */
public interface LedgerKeeper {
    /** What is true of the first account now. */
    VenueLedger ledger();
}
