package io.lockstep.launcher.cli.control;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.port.VenueException;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.venue.AdminAccount;
import io.lockstep.launcher.venue.VenueAdmins;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands against undoing a kill. A running engine is asked what it knows. Of one that does not run, what it last knew may be out of
 * date and cannot improve: then each venue is asked for open orders, and one that does not answer stands against it.
 */
final class ResetCheck {
    private final LockstepConfig config;
    private final ControlFile control;

    ResetCheck(LockstepConfig config, ControlFile control) {
        this.config = config;
        this.control = control;
    }

    /** One sentence each; empty if nothing does. */
    List<String> reasonsAgainst() {
        List<String> reasons = new ArrayList<>();
        Sign sign = new EngineWatch(control, WaitClock.SYSTEM).look(Long.MAX_VALUE);
        if (sign == Sign.ALIVE) {
            addIfAny(reasons, Gauge.UNKNOWN_ORDERS);
            addIfAny(reasons, Gauge.UNRECONCILED);
        } else {
            askVenues(reasons);
        }
        return reasons;
    }

    private void addIfAny(List<String> reasons, Gauge gauge) {
        long count = control.gauges().get(gauge);
        if (count > 0) {
            reasons.add(gauge.label() + ": " + count);
        }
    }

    private void askVenues(List<String> reasons) {
        try (VenueAdmins venues = VenueAdmins.open(config)) {
            venues.accounts().forEach(each -> ask(each, reasons));
        } catch (IllegalArgumentException e) {
            reasons.add(String.valueOf(e.getMessage()));
        }
    }

    private void ask(AdminAccount account, List<String> reasons) {
        try {
            boolean keepsStops = config.risk().protection().killKeepsStops();
            long open = account.admin().openOrders().stream()
                    .filter(each -> each.ours() && !(keepsStops && each.conditional()))
                    .count();
            if (open > 0) {
                reasons.add("orders open at the venue: account=" + account.name() + ", orders=" + open);
            }
        } catch (VenueException e) {
            reasons.add("the venue does not answer: account=" + account.name() + ", " + e.getMessage());
        }
    }
}
