package io.lockstep.launcher.doctor;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueAdmin.Health;
import io.lockstep.engine.port.VenueException;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.venue.GatewayFactory;
import java.util.ArrayList;
import java.util.List;

/** One account's access: its key can be read, the venue takes it, it may trade and not withdraw, and the clocks agree. */
final class AccountCheck {
    private static final long NS_PER_MS = 1_000_000;

    private final String name;
    private final long maxClockOffsetMs;

    /** @param maxClockOffsetMs largest difference between the venue's clock and ours, milliseconds */
    AccountCheck(String name, long maxClockOffsetMs) {
        this.name = name;
        this.maxClockOffsetMs = maxClockOffsetMs;
    }

    /** Opens the account for as long as the look takes. A key that cannot be had is a finding, and so is a venue that does not answer. */
    List<Finding> run(AccountSettings account, GatewayFactory gateways) {
        try (VenueAdmin admin = gateways.admin(account)) {
            return look(admin);
        } catch (IllegalArgumentException e) {
            return List.of(Finding.wrong(name, "key", String.valueOf(e.getMessage())));
        }
    }

    /** Looks at an open account. */
    List<Finding> look(VenueAdmin admin) {
        try {
            return read(admin.health());
        } catch (VenueException e) {
            return List.of(Finding.wrong(name, "access", String.valueOf(e.getMessage())));
        }
    }

    private List<Finding> read(Health health) {
        List<Finding> found = new ArrayList<>();
        found.add(Finding.of(
                name, "trading", health.canTrade(), health.canTrade() ? "allowed" : "the key may not place orders"));
        found.add(Finding.of(
                name,
                "withdrawal",
                !health.canWithdraw(),
                health.canWithdraw() ? "the key may withdraw: make one that may not" : "not known to be allowed"));
        found.add(clock(health));
        health.findings().forEach(each -> found.add(Finding.wrong(name, "venue", each)));
        health.notes().forEach(each -> found.add(Finding.note(name, "venue", each)));
        return found;
    }

    private Finding clock(Health health) {
        boolean fine = Math.abs(health.clockOffsetNs()) <= maxClockOffsetMs * NS_PER_MS;
        String detail = "venue's less ours " + health.clockOffsetNs() / NS_PER_MS + " ms, most " + maxClockOffsetMs
                + " ms, round trip " + health.roundTripNs() / NS_PER_MS + " ms";
        return Finding.of(name, "clock", fine, detail);
    }
}
