package io.lockstep.launcher.config.binding;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.lockstep.engine.instrument.FixedPoint;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes settings records as the one text that stands for them: keys sorted, a key per line, texts quoted, numbers exact, secrets
 * masked, absent values left out. Equal records give equal bytes; {@link YamlReader} and {@link SettingsBinder} read it back.
 */
public final class CanonicalYaml {
    private final StringBuilder text = new StringBuilder();

    private CanonicalYaml() {}

    /** The text of a record. */
    public static String write(Record settings) {
        CanonicalYaml yaml = new CanonicalYaml();
        yaml.section(fields(settings), "", "");
        return yaml.text.toString();
    }

    private static Map<String, Object> fields(Record settings) {
        Map<String, Object> fields = new TreeMap<>();
        List<SettingKey> keys = SettingKey.of(settings.getClass());
        RecordComponent[] components = settings.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = get(components[i], settings);
            if (value != null) {
                fields.put(components[i].getName(), keys.get(i).setting().decimal() ? decimals(value) : value);
            }
        }
        return fields;
    }

    private static @Nullable Object get(RecordComponent component, Record settings) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record cannot be read: " + component, e);
        }
    }

    private static Object decimals(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> converted = new TreeMap<>();
            map.forEach((key, item) -> converted.put((String) key, decimals(item)));
            return converted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> decimals((Object) item)).toList();
        }
        return FixedPoint.toBigDecimal((Long) value);
    }

    /** Writes entries, the first one behind {@code lead}, the others behind {@code indent}. */
    private void section(Map<String, Object> entries, String lead, String indent) {
        String before = lead;
        for (Map.Entry<String, Object> entry : entries.entrySet()) {
            text.append(before).append(key(entry.getKey())).append(':');
            boolean hides = !(entry.getValue() instanceof Record) && Secrets.isSecret(entry.getKey());
            value(hides ? Secrets.MASK : entry.getValue(), indent);
            before = indent;
        }
    }

    private void value(Object value, String indent) {
        if (value instanceof Record settings) {
            nested(fields(settings), indent);
        } else if (value instanceof Map<?, ?> map) {
            nested(sorted(map), indent);
        } else if (value instanceof List<?> list) {
            list(list, indent);
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void nested(Map<String, Object> entries, String indent) {
        if (entries.isEmpty()) {
            text.append(" {}\n");
        } else {
            text.append('\n');
            section(entries, indent + "  ", indent + "  ");
        }
    }

    private void list(List<?> list, String indent) {
        text.append(list.isEmpty() ? " []\n" : "\n");
        for (Object item : list) {
            text.append(indent).append("  -");
            if (item instanceof Record settings) {
                section(fields(settings), " ", indent + "    ");
            } else {
                text.append(' ').append(scalar(item)).append('\n');
            }
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        return sorted;
    }

    private static String key(String key) {
        return key.matches("[A-Za-z][A-Za-z0-9-]*") ? key : quoted(key);
    }

    private static String scalar(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Enum<?> constant) {
            return quoted(Words.of(constant));
        }
        return quoted(value instanceof Duration duration ? Durations.format(duration) : (String) value);
    }

    private static String quoted(String value) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
