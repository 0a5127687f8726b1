package io.lockstep.launcher.config.binding;

import io.lockstep.engine.settings.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One key of a settings record.
 *
 * @param name the key
 * @param type what Java holds
 * @param setting what the record says about it
 * @param optional whether it may be absent without a default
 */
public record SettingKey(String name, Type type, Setting setting, boolean optional) {
    private static final ClassValue<List<SettingKey>> KEYS = new ClassValue<>() {
        @Override
        protected List<SettingKey> computeValue(Class<?> settings) {
            return Arrays.stream(settings.getRecordComponents())
                    .map(SettingKey::of)
                    .toList();
        }
    };

    /** The keys of a settings record in its order. */
    public static List<SettingKey> of(Class<? extends Record> settings) {
        return KEYS.get(settings);
    }

    private static SettingKey of(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException("component is not described: "
                    + component.getDeclaringRecord().getName() + "." + component.getName());
        }
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new SettingKey(component.getName(), component.getGenericType(), setting, optional);
    }

    /** The class behind the type, without its parameters. */
    Class<?> rawType() {
        return rawType(type);
    }

    /** The type of a list's items or a map's values. */
    public static Type elementType(Type type) {
        Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    /** The class behind a type, without its parameters. */
    public static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** Whether the file must name it. */
    public boolean isRequired() {
        return !optional && setting.fallback().equals(Setting.REQUIRED);
    }

    /** Whether it has a default. */
    public boolean hasFallback() {
        return !setting.fallback().equals(Setting.REQUIRED);
    }

    /** What the value is called in an explanation. */
    public String typeName() {
        return typeName(type);
    }

    private String typeName(Type named) {
        Class<?> raw = rawType(named);
        if (raw == List.class) {
            return "list of " + typeName(elementType(named));
        }
        if (raw == Map.class) {
            return "map to " + typeName(elementType(named));
        }
        if (raw.isRecord()) {
            return "section";
        }
        return raw == Object.class ? "text, number or truth" : ScalarBinder.typeName(raw, setting);
    }
}
