package io.lockstep.launcher.venue;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The accounts of a configuration that can be reached by hand. An account at the simulated venue cannot, unless somebody serves that venue:
 * it lives and dies with the engine's process.
 */
public final class VenueAdmins implements AutoCloseable {
    private final List<AdminAccount> accounts;

    private VenueAdmins(List<AdminAccount> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /**
     * Opens every account that is somewhere else.
     *
     * @throws IllegalArgumentException if an account's venue cannot be reached by this build, or its key cannot be had
     */
    public static VenueAdmins open(LockstepConfig config) {
        return open(config, ServiceLoader.load(VenueAdminProvider.class));
    }

    static VenueAdmins open(LockstepConfig config, Iterable<VenueAdminProvider> providers) {
        List<AdminAccount> opened = new ArrayList<>();
        try {
            for (AccountSettings account : config.accounts()) {
                Optional<AdminAccount> found = open(account, config.instruments(), providers);
                if (found.isEmpty() && account.venue() != Venue.SIMULATED) {
                    throw new IllegalArgumentException("this build cannot reach the venue by hand: account="
                            + account.name() + ", venue=" + Words.of(account.venue()));
                }
                found.ifPresent(opened::add);
            }
            return new VenueAdmins(opened);
        } catch (RuntimeException e) {
            opened.forEach(each -> each.admin().close());
            throw e;
        }
    }

    /** The accounts in the order of the configuration. */
    public List<AdminAccount> accounts() {
        return accounts;
    }

    @Override
    public void close() {
        accounts.forEach(each -> each.admin().close());
    }

    private static Optional<AdminAccount> open(
            AccountSettings account, List<InstrumentSettings> instruments, Iterable<VenueAdminProvider> providers) {
        List<InstrumentSettings> there = instruments.stream()
                .filter(each -> each.venue() == account.venue())
                .toList();
        List<String> symbols = there.stream().map(InstrumentSettings::symbol).toList();
        for (VenueAdminProvider provider : providers) {
            Optional<VenueAdmin> admin = provider.open(account, there);
            if (admin.isPresent()) {
                return admin.map(each -> new AdminAccount(account.name(), account.venue(), symbols, each));
            }
        }
        return Optional.empty();
    }
}
