package io.lockstep.launcher.venue;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a configuration that can be reached by hand: those whose orders leave for a real venue, and those a provider serves. Any
 * other lives and dies with the engine's process.
 */
public final class VenueAdmins implements AutoCloseable {
    private final List<AdminAccount> accounts = new ArrayList<>();
    private final LockstepConfig config;
    private final Iterable<VenueAdminProvider> providers;
    private @Nullable Connections network;

    private VenueAdmins(LockstepConfig config, Iterable<VenueAdminProvider> providers) {
        this.config = config;
        this.providers = providers;
    }

    /**
     * Opens every account that is somewhere else.
     *
     * @throws IllegalArgumentException if an account's key cannot be had
     */
    public static VenueAdmins open(LockstepConfig config) {
        return open(config, ServiceLoader.load(VenueAdminProvider.class));
    }

    static VenueAdmins open(LockstepConfig config, Iterable<VenueAdminProvider> providers) {
        VenueAdmins opened = new VenueAdmins(config, providers);
        try {
            config.accounts().forEach(opened::open);
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The accounts in the order of the configuration. */
    public List<AdminAccount> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public void close() {
        accounts.forEach(each -> each.admin().close());
        if (network != null) {
            network.close();
        }
    }

    private void open(AccountSettings account) {
        List<InstrumentSettings> there = config.instruments().stream()
                .filter(each -> each.venue() == account.venue())
                .toList();
        List<String> symbols = there.stream().map(InstrumentSettings::symbol).toList();
        Optional<VenueAdmin> admin = provided(account, there);
        if (admin.isEmpty() && config.connectedAccounts().contains(account)) {
            admin = Optional.of(network().gateways().admin(account));
        }
        admin.ifPresent(each -> accounts.add(new AdminAccount(account.name(), account.venue(), symbols, each)));
    }

    private Optional<VenueAdmin> provided(AccountSettings account, List<InstrumentSettings> instruments) {
        for (VenueAdminProvider provider : providers) {
            Optional<VenueAdmin> admin = provider.open(account, instruments);
            if (admin.isPresent()) {
                return admin;
            }
        }
        return Optional.empty();
    }

    private Connections network() {
        Connections open = network;
        if (open == null) {
            Path home = Path.of(System.getProperty("lockstep.home", "."));
            open = Connections.open(config, home, new SystemEpochNanoClock());
            network = open;
        }
        return open;
    }
}
