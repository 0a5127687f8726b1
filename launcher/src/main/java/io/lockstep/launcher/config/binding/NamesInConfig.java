package io.lockstep.launcher.config.binding;

import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.binding.ConfigNode.Mapping;
import io.lockstep.launcher.config.binding.ConfigNode.Scalar;
import io.lockstep.launcher.config.binding.ConfigNode.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names in a recorded configuration, read without checking anything else: what an earlier build wrote may have keys this one does not
 * know.
 *
 * @param accounts account names, in order
 * @param strategies the single values of each strategy by key, in order
 */
public record NamesInConfig(List<String> accounts, List<Map<String, String>> strategies) {
    /** Copies the lists. */
    public NamesInConfig {
        accounts = List.copyOf(accounts);
        strategies = List.copyOf(strategies);
    }

    /**
     * Reads a text that {@link EffectiveConfig#text()} gave.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NamesInConfig read(String text) {
        Faults faults = new Faults();
        if (!(YamlReader.read(text, faults) instanceof Mapping root) || faults.count() > 0) {
            throw new IllegalArgumentException("the recorded configuration cannot be read");
        }
        return new NamesInConfig(
                values(root, "accounts").stream()
                        .map(each -> each.getOrDefault("name", ""))
                        .toList(),
                values(root, "strategies"));
    }

    private static List<Map<String, String>> values(Mapping root, String list) {
        return root.entries().get(list) instanceof Sequence items
                ? items.items().stream().map(NamesInConfig::values).toList()
                : List.of();
    }

    private static Map<String, String> values(ConfigNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, value) -> {
                if (value instanceof Scalar scalar) {
                    values.put(key, scalar.text());
                }
            });
        }
        return values;
    }
}
