package io.lockstep.engine;

import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Remembered;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.strategy.StrategySpec;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;

/**
 * Everything decisions depend on besides the inputs. Two engines of equal set-ups, fed the same inputs, decide the same.
 *
 * @param settings how it runs
 * @param instruments what is traded, ids from 0 without holes
 * @param accounts number of accounts
 * @param strategies strategies, ids from 1 without holes; each object belongs to one engine
 * @param timeframes bar lengths strategies may ask for
 * @param risk limits
 * @param sessionOf trading day of a moment (UTC, nanoseconds) as yyyymmdd: limits of a day begin anew with it, and bars of what is no share
 * @param remembered how much of what is over is kept
 */
public record EngineSetup(
        EngineSettings settings,
        List<Instrument> instruments,
        int accounts,
        List<StrategySpec> strategies,
        Set<Timeframe> timeframes,
        RiskSettings risk,
        LongToIntFunction sessionOf,
        Remembered remembered) {

    /** Copies the collections; checks ids, and that strategies name accounts and instruments there are. */
    public EngineSetup {
        instruments = List.copyOf(instruments);
        strategies = List.copyOf(strategies);
        timeframes = Set.copyOf(timeframes);
        if (instruments.isEmpty() || strategies.isEmpty() || accounts < 1) {
            throw new IllegalArgumentException("nothing to run: instruments=" + instruments.size() + ", strategies="
                    + strategies.size() + ", accounts=" + accounts);
        }
        for (int i = 0; i < instruments.size(); i++) {
            if (instruments.get(i).id() != i) {
                throw new IllegalArgumentException("instrument ids must run from 0: place=" + i + ", id="
                        + instruments.get(i).id());
            }
        }
        for (int i = 0; i < strategies.size(); i++) {
            if (strategies.get(i).id() != i + 1) {
                throw new IllegalArgumentException("strategy ids must run from 1: place=" + i + ", id="
                        + strategies.get(i).id());
            }
            requireKnown(strategies.get(i), accounts, instruments.size());
        }
    }

    /** A set-up that remembers what an engine that trades does. */
    public EngineSetup(
            EngineSettings settings,
            List<Instrument> instruments,
            int accounts,
            List<StrategySpec> strategies,
            Set<Timeframe> timeframes,
            RiskSettings risk,
            LongToIntFunction sessionOf) {
        this(settings, instruments, accounts, strategies, timeframes, risk, sessionOf, Remembered.DEFAULT);
    }

    private static void requireKnown(StrategySpec strategy, int accounts, int instruments) {
        boolean known = strategy.accountId() >= 0
                && strategy.accountId() < accounts
                && strategy.instruments().stream().allMatch(id -> id >= 0 && id < instruments);
        if (!known) {
            throw new IllegalArgumentException("strategy names what does not exist: name=" + strategy.name()
                    + ", account=" + strategy.accountId() + ", instruments=" + strategy.instruments());
        }
    }

    /** A table of the instruments for one handler. */
    InstrumentTable instrumentTable() {
        InstrumentTable table = new InstrumentTable();
        instruments.forEach(table::put);
        return table;
    }
}
