package io.lockstep.launcher.session.wiring;

import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.position.Position;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the simulated venue of a configuration. */
public final class Venues {
    private Venues() {}

    /** A venue whose accounts start with the configured balances. */
    public static SimulatedVenue open(LockstepConfig config) {
        return new SimulatedVenue(
                config.simulator(),
                config.accounts().stream().map(AccountSettings::balances).toList());
    }

    /** A venue whose accounts go on with the cash and the positions that the engine holds. */
    public static SimulatedVenue reopen(LockstepConfig config, Portfolio portfolio) {
        List<Map<String, Long>> balances = new ArrayList<>();
        for (int account = 0; account < portfolio.accounts(); account++) {
            balances.add(balances(portfolio, portfolio.ledger(account)));
        }
        SimulatedVenue venue = new SimulatedVenue(config.simulator(), balances);
        for (int account = 0; account < portfolio.accounts(); account++) {
            takeOverPositions(config, portfolio, account, venue);
        }
        return venue;
    }

    private static void takeOverPositions(
            LockstepConfig config, Portfolio portfolio, int account, SimulatedVenue venue) {
        for (int instrument = 0; instrument < config.instruments().size(); instrument++) {
            Position position = portfolio.accountPosition(account, instrument);
            if (position.quantity() != 0) {
                venue.takeOver(account, instrument, position.quantity(), position.cost());
            }
        }
    }

    private static Map<String, Long> balances(Portfolio portfolio, Ledger ledger) {
        Map<String, Long> balances = new TreeMap<>();
        for (int asset = 0; asset < portfolio.assets().size(); asset++) {
            if (ledger.balance(asset) != 0) {
                balances.put(portfolio.assets().code(asset), ledger.balance(asset));
            }
        }
        return balances;
    }
}
