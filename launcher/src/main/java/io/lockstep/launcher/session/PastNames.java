package io.lockstep.launcher.session;

import io.lockstep.launcher.config.NamesInConfig;
import java.util.List;

/**
 * What the ids of an epoch stand for.
 *
 * @param accounts account names in the order of their ids
 * @param strategies strategies in the order of their ids, which start with 1
 */
record PastNames(List<String> accounts, List<Owner> strategies) {
    /** Copies the lists. */
    PastNames {
        accounts = List.copyOf(accounts);
        strategies = List.copyOf(strategies);
    }

    /**
     * A strategy.
     *
     * @param name what it was called
     * @param account the account it traded for
     */
    record Owner(String name, String account) {}

    /** Reads the names from a configuration's text, also from one with keys this build does not know. */
    static PastNames of(RunHeader run) {
        NamesInConfig names = NamesInConfig.read(run.configText());
        return new PastNames(
                names.accounts(),
                names.strategies().stream()
                        .map(each -> new Owner(each.getOrDefault("name", ""), each.getOrDefault("account", "")))
                        .toList());
    }

    /** Id of a strategy's account. */
    int accountOf(int strategyId) {
        return accounts.indexOf(strategies.get(strategyId - 1).account());
    }
}
