package io.lockstep.launcher.config.binding;

import io.lockstep.launcher.config.binding.ConfigNode.Mapping;
import io.lockstep.launcher.config.binding.ConfigNode.Scalar;
import io.lockstep.launcher.config.binding.ConfigNode.Sequence;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings records from a configuration file by what their {@link io.lockstep.engine.settings.Setting} annotations say. Every
 * fault is collected with its path; a record with a fault is not made, but its other keys are still checked.
 *
 * <p>A component may be a {@code boolean}, {@code int}, {@code long} (whole, or E8 when marked decimal), {@code double},
 * {@code String}, {@link java.time.Duration}, an enum, another settings record, a {@code List} of any of these, a {@code Map} from
 * text to one of these, or a {@code Map<String, Object>} of strategy parameters. {@code @Nullable} ones may be left out.
 */
public final class SettingsBinder {
    // defaults are a few dozen texts of the program's own
    private static final Map<String, ConfigNode> FALLBACKS = new ConcurrentHashMap<>();

    private final Faults faults;

    /** Binds, and adds what is wrong to a list of faults. */
    public SettingsBinder(Faults faults) {
        this.faults = faults;
    }

    /**
     * Makes one record.
     *
     * @param node what the file says
     * @param path where it stands, empty for the whole file
     * @return null if anything in it is wrong
     */
    public <T extends Record> @Nullable T bind(ConfigNode node, String path, Class<T> settings) {
        if (!(node instanceof Mapping mapping)) {
            faults.add(path, node, "must be a section of keys, not " + node.kind());
            return null;
        }
        int before = faults.count();
        List<SettingKey> keys = SettingKey.of(settings);
        reportUnknown(mapping, path, keys);
        List<@Nullable Object> arguments = new ArrayList<>();
        for (SettingKey key : keys) {
            arguments.add(component(mapping, path, key));
        }
        return faults.count() == before ? construct(node, path, settings, arguments) : null;
    }

    private void reportUnknown(Mapping mapping, String path, List<SettingKey> keys) {
        List<String> known = keys.stream().map(SettingKey::name).toList();
        mapping.entries().forEach((name, node) -> {
            if (!known.contains(name)) {
                faults.add(join(path, name), node, "unknown key; allowed here: " + String.join(", ", known));
            }
        });
    }

    private @Nullable Object component(Mapping mapping, String path, SettingKey key) {
        String keyPath = join(path, key.name());
        ConfigNode given = mapping.entries().get(key.name());
        if (given != null) {
            return value(given, keyPath, key.type(), key);
        }
        if (key.isRequired()) {
            faults.add(keyPath, mapping.line(), mapping.column(), "is missing; must be " + allowed(key));
            return null;
        }
        return key.hasFallback() ? fallback(keyPath, key) : null;
    }

    private static String allowed(SettingKey key) {
        Class<?> raw = key.rawType();
        boolean scalar = !raw.isRecord() && raw != List.class && raw != Map.class;
        return scalar ? ScalarBinder.allowed(raw, key.setting()) : "a " + key.typeName();
    }

    private @Nullable Object fallback(String path, SettingKey key) {
        Faults own = new Faults();
        ConfigNode node = FALLBACKS.computeIfAbsent(key.setting().fallback(), text -> YamlReader.read(text, own));
        Object value = node == null ? null : new SettingsBinder(own).value(node, path, key.type(), key);
        if (value == null || own.count() > 0) {
            throw new IllegalStateException("default does not bind: " + path + ", " + own.all());
        }
        return value;
    }

    private @Nullable Object value(ConfigNode node, String path, Type type, SettingKey key) {
        Class<?> raw = SettingKey.rawType(type);
        if (raw.isRecord()) {
            return bind(node, path, raw.asSubclass(Record.class));
        }
        if (raw == List.class) {
            return list(node, path, SettingKey.elementType(type), key);
        }
        return raw == Map.class ? map(node, path, SettingKey.elementType(type), key) : scalar(node, path, raw, key);
    }

    private @Nullable Object list(ConfigNode node, String path, Type element, SettingKey key) {
        if (!(node instanceof Sequence sequence)) {
            faults.add(path, node, "must be a list, not " + node.kind());
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (ConfigNode item : sequence.items()) {
            items.add(value(item, path + "[" + items.size() + "]", element, key));
        }
        return items.stream().allMatch(Objects::nonNull) ? List.copyOf(items) : null;
    }

    private @Nullable Object map(ConfigNode node, String path, Type element, SettingKey key) {
        if (!(node instanceof Mapping mapping)) {
            faults.add(path, node, "must be a section of keys, not " + node.kind());
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        mapping.entries().forEach((name, entry) -> {
            Object value = value(entry, join(path, name), element, key);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values.size() == mapping.entries().size() ? values : null;
    }

    private @Nullable Object scalar(ConfigNode node, String path, Class<?> type, SettingKey key) {
        if (!(node instanceof Scalar scalar)) {
            faults.add(path, node, "must be a single value, not " + node.kind());
            return null;
        }
        try {
            return type == Object.class
                    ? ScalarBinder.bindParameter(scalar)
                    : ScalarBinder.bind(type, key.setting(), scalar);
        } catch (BadValueException e) {
            faults.add(path, scalar, e.problem());
            return null;
        }
    }

    private <T extends Record> @Nullable T construct(
            ConfigNode node, String path, Class<T> settings, List<@Nullable Object> arguments) {
        try {
            return canonical(settings).newInstance(arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException rule) {
                faults.add(path, node, String.valueOf(rule.getMessage()));
                return null;
            }
            throw new IllegalStateException("settings record fails: " + settings.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record cannot be made: " + settings.getName(), e);
        }
    }

    private static <T extends Record> Constructor<T> canonical(Class<T> settings) throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<T> constructor = settings.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
