package io.lockstep.launcher.doctor;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at a configuration's venues and at this machine, and says what would keep a session from trading. */
public final class Doctor {
    private final LockstepConfig config;
    private final Connections network;
    private final Duration patience;

    /**
     * @param config with every strategy's defaults filled in
     * @param network makes the connections; stays the caller's
     * @param patience how long to wait for the first prices
     */
    public Doctor(LockstepConfig config, Connections network, Duration patience) {
        this.config = config;
        this.network = network;
        this.patience = patience;
    }

    /**
     * Looks at everything.
     *
     * @param journal folder the session would write to
     */
    public List<Finding> run(Path journal) throws InterruptedException {
        List<Finding> found = new ArrayList<>(HostCheck.of(journal).run(config.journal(), config.engine()));
        found.addAll(TradingHoursCheck.run(config, network.clock().nanoTime()));
        found.addAll(venues());
        return found;
    }

    /** Looks at accounts and sizes alone. */
    List<Finding> venues() throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (AccountSettings account : config.accounts()) {
            found.addAll(account(account));
        }
        found.addAll(sizes());
        return found;
    }

    private List<Finding> account(AccountSettings account) {
        if (!config.venues().has(account.venue())) {
            return List.of(Finding.note(account.name(), "access", "its venue is not connected to"));
        }
        if (account.credentials() == null) {
            return List.of(Finding.note(account.name(), "access", "no key, so nothing but public data"));
        }
        return new AccountCheck(account.name(), config.risk().orders().maxClockOffsetMs())
                .run(account, network.gateways());
    }

    private List<Finding> sizes() throws InterruptedException {
        try (VenueGateways gateways = network.gateways().marketData()) {
            List<Instrument> instruments = gateways.loadInstruments();
            FirstPrices prices = new FirstPrices(instruments.size());
            gateways.start(prices, VenueGateway.Past.none(0));
            return new SizeCheck(config, prices.await(patience.toNanos())).run(instruments);
        } catch (VenueException | IllegalArgumentException e) {
            return List.of(Finding.wrong("venues", "instruments", String.valueOf(e.getMessage())));
        }
    }
}
