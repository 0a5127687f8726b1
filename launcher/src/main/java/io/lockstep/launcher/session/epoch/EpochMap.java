package io.lockstep.launcher.session.epoch;

import io.lockstep.engine.carry.CarryMap;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import io.lockstep.launcher.session.header.PastNames;
import java.util.List;

/**
 * Finds what an ended epoch's ids stand for in a new configuration: accounts by name, instruments by venue and symbol, strategies by name and
 * account.
 */
final class EpochMap implements CarryMap {
    private final PastNames names;
    private final List<Instrument> instruments;
    private final LockstepConfig now;
    private final List<Instrument> instrumentsNow;

    /**
     * A map between two epochs.
     *
     * @param names what the ended epoch's accounts and strategies were called
     * @param instruments its instruments
     * @param now the new configuration
     * @param instrumentsNow its instruments
     */
    EpochMap(PastNames names, List<Instrument> instruments, LockstepConfig now, List<Instrument> instrumentsNow) {
        this.names = names;
        this.instruments = List.copyOf(instruments);
        this.now = now;
        this.instrumentsNow = List.copyOf(instrumentsNow);
    }

    @Override
    public int account(int before) {
        if (before < 0 || before >= names.accounts().size()) {
            return GONE;
        }
        return now.accounts().stream()
                .map(AccountSettings::name)
                .toList()
                .indexOf(names.accounts().get(before));
    }

    @Override
    public int instrument(int before) {
        if (before < 0 || before >= instruments.size()) {
            return GONE;
        }
        Instrument wanted = instruments.get(before);
        for (Instrument each : instrumentsNow) {
            if (each.venue() == wanted.venue() && each.symbol().equals(wanted.symbol())) {
                return each.id();
            }
        }
        return GONE;
    }

    @Override
    public int strategy(int before) {
        if (before < 1 || before > names.strategies().size()) {
            return GONE;
        }
        PastNames.Owner wanted = names.strategies().get(before - 1);
        for (int i = 0; i < now.strategies().size(); i++) {
            StrategySettings each = now.strategies().get(i);
            if (each.name().equals(wanted.name()) && each.account().equals(wanted.account())) {
                return i + 1;
            }
        }
        return GONE;
    }

    @Override
    public int owner(int strategyBefore, int instrumentBefore) {
        int strategy = strategy(strategyBefore);
        int instrument = instrument(instrumentBefore);
        if (strategy == GONE || instrument == GONE) {
            return 0;
        }
        boolean trades = now.strategies().get(strategy - 1).instruments().stream()
                .anyMatch(each -> now.instruments().get(instrument).isNamed(each));
        return trades ? strategy : 0;
    }

    @Override
    public int accountOf(int strategyBefore) {
        return names.accountOf(strategyBefore);
    }
}
