package io.lockstep.launcher.config.load;

import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import io.lockstep.launcher.config.binding.Faults;
import io.lockstep.launcher.config.binding.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Rules between the sections of a configuration: names are unique, references lead somewhere, there is something to do. */
final class ReferenceCheck {
    private final LockstepConfig config;
    private final Faults faults;

    ReferenceCheck(LockstepConfig config, Faults faults) {
        this.config = config;
        this.faults = faults;
    }

    /** Adds a fault for every broken rule. */
    void run() {
        requireSome("instruments", config.instruments(), "zero subscriptions: name at least one instrument");
        requireSome("strategies", config.strategies(), "zero strategies: name at least one");
        requireSome("accounts", config.accounts(), "zero accounts: name at least one");
        requireUnique("accounts", "name", config.accounts(), AccountSettings::name);
        requireUnique("instruments", "symbol", config.instruments(), InstrumentSettings::qualifiedName);
        requireUnique("strategies", "name", config.strategies(), StrategySettings::name);
        for (int i = 0; i < config.strategies().size(); i++) {
            checkStrategy("strategies[" + i + "]", config.strategies().get(i));
        }
        checkLimits(config.risk().instruments());
        checkOperator();
    }

    /** A kill that anybody could undo would be none. */
    private void checkOperator() {
        if (config.mode() == RunMode.LIVE && !config.operator().hasResetHash()) {
            faults.add("operator.resetHash", "is missing: live mode needs one, see `lockstep operator hash`");
        }
    }

    /** A traded instrument without limits, or limits of an instrument that is not there, is a mistake. */
    private void checkLimits(List<InstrumentLimits> limits) {
        requireUnique("risk.instruments", "symbol", limits, InstrumentLimits::symbol);
        for (int i = 0; i < limits.size(); i++) {
            String symbol = limits.get(i).symbol();
            if (config.instruments().stream()
                    .noneMatch(instrument -> instrument.symbol().equals(symbol))) {
                faults.add(
                        "risk.instruments[" + i + "].symbol=" + symbol,
                        "no such instrument; defined: " + names(config.instruments()));
            }
        }
        for (InstrumentSettings instrument : config.instruments()) {
            if (isTraded(instrument)
                    && limits.stream().noneMatch(limit -> limit.symbol().equals(instrument.symbol()))) {
                faults.add(
                        "risk.instruments",
                        "limits are missing for a traded instrument: " + instrument.qualifiedName());
            }
        }
    }

    private boolean isTraded(InstrumentSettings instrument) {
        return config.strategies().stream()
                .flatMap(strategy -> strategy.instruments().stream())
                .anyMatch(instrument::isNamed);
    }

    private void requireSome(String path, List<?> entries, String problem) {
        if (entries.isEmpty()) {
            faults.add(path, problem);
        }
    }

    private <T> void requireUnique(String path, String key, List<T> entries, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String found = name.apply(entries.get(i));
            if (!seen.add(found)) {
                faults.add(path + "[" + i + "]." + key + "=" + found, "must be unique");
            }
        }
    }

    private void checkStrategy(String path, StrategySettings strategy) {
        if (config.account(strategy.account()).isEmpty()) {
            List<String> names =
                    config.accounts().stream().map(AccountSettings::name).toList();
            faults.add(path + ".account=" + strategy.account(), "no such account; defined: " + names);
        }
        requireSome(path + ".instruments", strategy.instruments(), "zero subscriptions: name at least one instrument");
        requireUnique(path + ".instruments", "reference", strategy.instruments(), Function.identity());
        for (int i = 0; i < strategy.instruments().size(); i++) {
            checkReference(
                    path + ".instruments[" + i + "]",
                    strategy,
                    strategy.instruments().get(i));
        }
    }

    private void checkReference(String path, StrategySettings strategy, String reference) {
        List<InstrumentSettings> named = config.instruments().stream()
                .filter(instrument -> instrument.isNamed(reference))
                .toList();
        if (named.isEmpty()) {
            faults.add(path + "=" + reference, "no such instrument; defined: " + names(config.instruments()));
        } else if (named.size() > 1) {
            faults.add(path + "=" + reference, "means several instruments; write one of " + names(named));
        } else {
            checkVenue(path, strategy, named.get(0));
        }
    }

    private void checkVenue(String path, StrategySettings strategy, InstrumentSettings instrument) {
        Venue venue =
                config.account(strategy.account()).map(AccountSettings::venue).orElse(instrument.venue());
        if (venue != instrument.venue()) {
            faults.add(
                    path + "=" + instrument.qualifiedName(),
                    "trades on another venue than the strategy's account: account=" + strategy.account() + ", venue="
                            + Words.of(venue));
        }
    }

    private static List<String> names(List<InstrumentSettings> instruments) {
        return instruments.stream().map(InstrumentSettings::qualifiedName).toList();
    }
}
