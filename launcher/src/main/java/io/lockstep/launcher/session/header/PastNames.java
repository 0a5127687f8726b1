package io.lockstep.launcher.session.header;

import io.lockstep.launcher.config.binding.NamesInConfig;
import java.util.List;

/**
 * What the ids of an epoch stand for.
 *
 * @param accounts account names in the order of their ids
 * @param strategies strategies in the order of their ids, which start with 1
 */
public record PastNames(List<String> accounts, List<Owner> strategies) {
    /** Copies the lists. */
    public PastNames {
        accounts = List.copyOf(accounts);
        strategies = List.copyOf(strategies);
    }

    /**
     * A strategy.
     *
     * @param name what it was called
     * @param account the account it traded for
     */
    public record Owner(String name, String account) {}

    /** Reads the names from a configuration's text, also from one with keys this build does not know. */
    public static PastNames of(RunHeader run) {
        NamesInConfig names = NamesInConfig.read(run.configText());
        return new PastNames(
                names.accounts(),
                names.strategies().stream()
                        .map(each -> new Owner(each.getOrDefault("name", ""), each.getOrDefault("account", "")))
                        .toList());
    }

    /** Id of a strategy's account. */
    public int accountOf(int strategyId) {
        return accounts.indexOf(strategies.get(strategyId - 1).account());
    }
}
