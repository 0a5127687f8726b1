package io.lockstep.launcher.swarm.line;

import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.machine.Agenda;
import io.lockstep.launcher.swarm.venue.VenueLedger;
import java.util.SplittableRandom;

/**
 * What the parts of a line share.
 *
 * @param agenda virtual time
 * @param dice what goes wrong
 * @param random what differs without being wrong
 * @param inbox the process
 * @param instruments number of instruments
 */
public record Site(Agenda agenda, FaultDice dice, SplittableRandom random, Inbox inbox, int instruments) {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000 * MS;

    private static final long LONGEST_STALL_NS = 6 * SECOND;

    /** How long a message is under way, nanoseconds. */
    long latencyNs() {
        long usual = random.nextLong(MS, 25 * MS);
        return dice.strikes(Feature.STALL) ? usual + dice.upTo(Feature.STALL, LONGEST_STALL_NS) : usual;
    }

    /** Sets a venue's time to now. */
    VenueLedger now(VenueLedger ledger) {
        ledger.at(agenda.nowNs());
        return ledger;
    }
}
