package io.lockstep.launcher.config;

import io.lockstep.engine.EngineSettings;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.settings.Setting;
import io.lockstep.journal.JournalSettings;
import io.lockstep.launcher.alert.AlertSettings;
import io.lockstep.launcher.operator.ControlSettings;
import io.lockstep.launcher.operator.OperatorSettings;
import io.lockstep.simulator.SimulatorSettings;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration of one engine, as bound from a file.
 *
 * @param mode what orders can do
 * @param accounts where orders are booked
 * @param instruments what can be traded, in the order of their ids
 * @param strategies what trades
 * @param risk what may leave the engine
 * @param engine how the engine runs
 * @param journal how the journal is kept
 * @param feed where recorded market data comes from
 * @param simulator how the simulated venue fills, delays and charges
 * @param venues the venues to connect to; none means recordings and the simulated venue
 * @param control how the engine is controlled from outside
 * @param operator who may undo a kill
 * @param alerts where alerts go
 */
public record LockstepConfig(
        @Setting(help = "what orders can do; live sends real ones")
        RunMode mode,

        @Setting(help = "accounts orders are booked on") List<AccountSettings> accounts,

        @Setting(help = "instruments to subscribe to and to trade")
        List<InstrumentSettings> instruments,

        @Setting(help = "strategies to run") List<StrategySettings> strategies,

        @Setting(help = "what may leave the engine") RiskSettings risk,

        @Setting(help = "how the engine runs", fallback = "{}")
        EngineSettings engine,

        @Setting(help = "how the journal is kept", fallback = "{}")
        JournalSettings journal,

        @Setting(help = "recorded market data", fallback = "{}")
        FeedSettings feed,

        @Setting(help = "the simulated venue", fallback = "{}")
        SimulatorSettings simulator,

        @Setting(help = "venues to connect to; none means recordings and the simulated venue", fallback = "{}")
        VenuesSettings venues,

        @Setting(help = "how the engine is controlled from outside", fallback = "{}")
        ControlSettings control,

        @Setting(help = "who may undo a kill", fallback = "{}")
        OperatorSettings operator,

        @Setting(help = "where alerts go", fallback = "{}") AlertSettings alerts) {

    /** Copies the lists. */
    public LockstepConfig {
        accounts = List.copyOf(accounts);
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
    }

    /** The id of an instrument: its position in the list. */
    public Optional<Integer> instrumentId(String reference) {
        for (int id = 0; id < instruments.size(); id++) {
            if (instruments.get(id).isNamed(reference)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** The account of a name. */
    public Optional<AccountSettings> account(String name) {
        return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** Accounts whose orders leave for a real venue; none in a backtest, in shadow mode, or where recordings are played. */
    public List<AccountSettings> connectedAccounts() {
        boolean sends = mode == RunMode.LIVE || mode == RunMode.PAPER;
        return accounts.stream()
                .filter(account -> sends && venues.has(account.venue()))
                .toList();
    }

    /** The same configuration with other strategies, as after their defaults were filled in. */
    public LockstepConfig withStrategies(List<StrategySettings> others) {
        return new LockstepConfig(
                mode,
                accounts,
                instruments,
                others,
                risk,
                engine,
                journal,
                feed,
                simulator,
                venues,
                control,
                operator,
                alerts);
    }
}
