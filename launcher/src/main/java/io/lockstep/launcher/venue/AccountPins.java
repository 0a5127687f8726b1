package io.lockstep.launcher.venue;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Holds the accounts that keys open against those a configuration names: a paper key in a live file trades nothing, and the reverse. */
public final class AccountPins {
    private AccountPins() {}

    /**
     * Asks each venue whose account is pinned.
     *
     * @param admins reaches an account by hand; closed after the question
     * @throws IllegalArgumentException if a key opens another account, all of them named
     * @throws io.lockstep.engine.port.VenueException if a venue does not answer
     */
    public static void require(LockstepConfig config, Function<AccountSettings, VenueAdmin> admins) {
        List<String> others = new ArrayList<>();
        for (AccountSettings account : config.connectedAccounts()) {
            String pinned = account.accountId();
            if (pinned != null) {
                try (VenueAdmin admin = admins.apply(account)) {
                    String found = admin.accountId();
                    if (!pinned.equals(found)) {
                        others.add("account=" + account.name() + ", accountId=" + pinned + ", of the key=" + found);
                    }
                }
            }
        }
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("a key opens another account: " + String.join("; ", others));
        }
    }
}
