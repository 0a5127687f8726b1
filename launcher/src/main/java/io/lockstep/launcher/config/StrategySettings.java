package io.lockstep.launcher.config;

import io.lockstep.engine.settings.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One strategy to run.
 *
 * @param name what logs, limits and commands call it
 * @param type which kind, as {@code lockstep strategies} lists them
 * @param account the account its orders are booked on
 * @param instruments what it sees and trades, by symbol or {@code venue:symbol}
 * @param parameters its own keys; {@code lockstep strategies} lists them with range and default
 */
public record StrategySettings(
        @Setting(help = "name in logs, limits and commands") String name,

        @Setting(help = "kind of strategy, see `lockstep strategies`")
        String type,

        @Setting(help = "account its orders are booked on") String account,

        @Setting(help = "what it sees and trades, as SYMBOL or venue:SYMBOL")
        List<String> instruments,

        @Setting(help = "the strategy's own keys, see `lockstep strategies`", fallback = "{}")
        Map<String, Object> parameters) {

    /** Copies list and map, parameters sorted by key. */
    public StrategySettings {
        instruments = List.copyOf(instruments);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The same strategy with other parameters, as after its defaults were filled in. */
    public StrategySettings withParameters(Map<String, Object> others) {
        return new StrategySettings(name, type, account, instruments, others);
    }
}
