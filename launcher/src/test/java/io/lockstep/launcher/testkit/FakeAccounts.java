package io.lockstep.launcher.testkit;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.venue.VenueAdminProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the accounts that a test has put somewhere, by name. */
public final class FakeAccounts implements VenueAdminProvider {
    private static final Map<String, FakeAccount> ACCOUNTS = new ConcurrentHashMap<>();

    /** From now on the program reaches this venue for an account. */
    public static void put(String account, FakeAccount venue) {
        ACCOUNTS.put(account, venue);
    }

    /** Forgets all accounts. */
    public static void clear() {
        ACCOUNTS.clear();
    }

    @Override
    public Optional<VenueAdmin> open(AccountSettings account, List<InstrumentSettings> instruments) {
        return Optional.ofNullable(ACCOUNTS.get(account.name()));
    }
}
