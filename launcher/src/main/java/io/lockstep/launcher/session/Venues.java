package io.lockstep.launcher.session;

import io.lockstep.engine.position.Ledger;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes the simulated venue of a configuration. */
final class Venues {
    private Venues() {}

    /** A venue whose accounts start with the configured balances. */
    static SimulatedVenue open(LockstepConfig config) {
        return new SimulatedVenue(
                config.simulator(),
                config.accounts().stream().map(AccountSettings::balances).toList());
    }

    /** A venue whose accounts go on with what the engine's ledgers hold. */
    static SimulatedVenue reopen(LockstepConfig config, Portfolio portfolio) {
        List<Map<String, Long>> balances = new ArrayList<>();
        for (int account = 0; account < portfolio.accounts(); account++) {
            balances.add(balances(portfolio, portfolio.ledger(account)));
        }
        return new SimulatedVenue(config.simulator(), balances);
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
