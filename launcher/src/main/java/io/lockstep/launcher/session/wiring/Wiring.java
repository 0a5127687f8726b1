package io.lockstep.launcher.session.wiring;

import io.lockstep.engine.EngineSetup;
import io.lockstep.engine.calendar.SessionDays;
import io.lockstep.engine.indicator.Timeframe;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Remembered;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyFactory;
import io.lockstep.engine.strategy.StrategyParameters;
import io.lockstep.engine.strategy.StrategySpec;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RecordedRuns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongToIntFunction;

/** Turns a checked configuration into what an engine is built from. Each call makes new strategies. */
public final class Wiring {
    private final LockstepConfig config;
    private final StrategyCatalog catalog;
    private final List<Instrument> instruments;

    /**
     * Wires a configuration that describes its instruments whole.
     *
     * @throws IllegalArgumentException if it does not
     */
    public Wiring(LockstepConfig config, StrategyCatalog catalog) {
        this(config, catalog, List.of());
    }

    /**
     * Wires a configuration with the strategies of a catalog.
     *
     * @param known instruments as a venue, a tape or a journal described them; they complete what the configuration leaves open
     * @throws IllegalArgumentException if an instrument is described nowhere
     */
    public Wiring(LockstepConfig config, StrategyCatalog catalog, List<Instrument> known) {
        this.config = config;
        this.catalog = catalog;
        this.instruments = DescribedInstruments.of(config.instruments(), known);
    }

    /** The kinds of strategy there are. */
    public StrategyCatalog catalog() {
        return catalog;
    }

    /**
     * Wires a configuration for a journal that may hold earlier runs: the current epoch must be replayed with the instruments it began with. What
     * it does not know is taken as it is described now; that opens a new epoch.
     *
     * @param now instruments as their venues describe them now
     */
    public static Wiring over(
            JournalFolder folder, LockstepConfig config, StrategyCatalog catalog, List<Instrument> now) {
        List<Instrument> known = new ArrayList<>();
        if (folder.exists() && folder.require().isBegun()) {
            RecordedRuns.first(folder, 1)
                    .forEach(found -> known.addAll(found.run().instruments()));
        }
        known.addAll(now);
        return new Wiring(config, catalog, known);
    }

    /** The configuration. */
    public LockstepConfig config() {
        return config;
    }

    /** The instruments in the order of their ids. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** What an engine is built from, with strategies of its own. */
    public EngineSetup setup() {
        return new EngineSetup(
                config.engine(),
                instruments,
                config.accounts().size(),
                strategies(),
                timeframes(),
                config.risk(),
                sessionDays(),
                Remembered.ofOrders(config.engine().rememberedOrders()));
    }

    /** Where nothing but shares is traded a day is the exchanges'; coins know no other than the UTC one. */
    private LongToIntFunction sessionDays() {
        boolean onlyShares = instruments.stream().allMatch(each -> each.assetClass() == AssetClass.EQUITY);
        return onlyShares ? SessionDays::exchange : SessionDays::utc;
    }

    private List<StrategySpec> strategies() {
        List<StrategySpec> specs = new ArrayList<>();
        for (StrategySettings each : config.strategies()) {
            List<Integer> instruments = each.instruments().stream()
                    .map(name -> config.instrumentId(name).orElseThrow())
                    .toList();
            specs.add(new StrategySpec(
                    specs.size() + 1, each.name(), accountId(each.account()), instruments, create(each)));
        }
        return specs;
    }

    private Strategy create(StrategySettings settings) {
        StrategyFactory factory = catalog.find(settings.type())
                .orElseThrow(() -> new IllegalStateException("no such strategy type: " + settings.type()));
        return factory.create(new StrategyParameters(settings.name(), settings.parameters()));
    }

    private int accountId(String name) {
        List<String> names =
                config.accounts().stream().map(AccountSettings::name).toList();
        return names.indexOf(name);
    }

    private Set<Timeframe> timeframes() {
        Set<Timeframe> timeframes = new LinkedHashSet<>();
        config.instruments().forEach(each -> each.timeframes().forEach(label -> timeframes.add(Timeframe.of(label))));
        return timeframes;
    }
}
