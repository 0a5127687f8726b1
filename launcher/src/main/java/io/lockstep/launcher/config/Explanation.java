package io.lockstep.launcher.config;

import io.lockstep.engine.settings.Setting;
import io.lockstep.launcher.config.binding.ScalarBinder;
import io.lockstep.launcher.config.binding.SettingKey;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every configuration key with what its record says about it; the documentation cannot differ from the check. */
public final class Explanation {
    private Explanation() {}

    /** A row for each key in the order of the file: key, type, range, unit, default, help. */
    public static List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        add(rows, "", LockstepConfig.class);
        return rows;
    }

    private static void add(List<Map<String, String>> rows, String path, Class<? extends Record> settings) {
        for (SettingKey key : SettingKey.of(settings)) {
            String keyPath = path + key.name();
            rows.add(row(keyPath, key));
            addNested(rows, keyPath, key.type());
        }
    }

    private static void addNested(List<Map<String, String>> rows, String path, Type type) {
        Class<?> raw = SettingKey.rawType(type);
        if (raw.isRecord()) {
            add(rows, path + ".", raw.asSubclass(Record.class));
        } else if (raw == List.class) {
            addNested(rows, path + "[]", SettingKey.elementType(type));
        }
    }

    private static Map<String, String> row(String path, SettingKey key) {
        Setting setting = key.setting();
        Map<String, String> row = new LinkedHashMap<>();
        row.put("key", path);
        row.put("type", key.typeName());
        row.put("range", ScalarBinder.range(setting).strip());
        row.put("unit", setting.unit());
        row.put("default", key.isRequired() ? "required" : key.hasFallback() ? setting.fallback() : "none");
        row.put("help", setting.help());
        return row;
    }
}
