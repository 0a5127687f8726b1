package io.lockstep.launcher.config.binding;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.lockstep.launcher.config.binding.ConfigNode.Mapping;
import io.lockstep.launcher.config.binding.ConfigNode.Scalar;
import io.lockstep.launcher.config.binding.ConfigNode.Sequence;
import io.lockstep.launcher.config.binding.ConfigNode.WrittenAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of YAML a configuration needs, keeping positions and the text as written. Refuses what makes a file mean something
 * else than it looks like: a key given twice, an alias, a second document.
 */
public final class YamlReader {
    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final Faults faults;

    private YamlReader(YAMLParser parser, Faults faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** Reads a text; null when it is no YAML at all, which is then the fault reported. */
    public static @Nullable ConfigNode read(String text, Faults faults) {
        try (YAMLParser parser = YAML.createParser(text)) {
            return new YamlReader(parser, faults).document();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
            faults.add("", Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()), "not YAML: " + firstLine(e));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("");
    }

    private ConfigNode document() throws IOException {
        if (parser.nextToken() == null) {
            return new Mapping(Map.of(), 1, 1);
        }
        ConfigNode node = node("");
        if (parser.nextToken() != null) {
            faults.add("", line(), column(), "a second document; one file holds one configuration");
        }
        return node;
    }

    private ConfigNode node(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(path);
            case START_ARRAY -> sequence(path);
            default -> scalar(path);
        };
    }

    private ConfigNode mapping(String path) throws IOException {
        int line = line();
        int column = column();
        Map<String, ConfigNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            if (entries.containsKey(key)) {
                faults.add(keyPath, line(), column(), "given twice; which one counts must not be a guess");
            }
            parser.nextToken();
            entries.put(key, node(keyPath));
        }
        return new Mapping(entries, line, column);
    }

    private ConfigNode sequence(String path) throws IOException {
        int line = line();
        int column = column();
        List<ConfigNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new Sequence(items, line, column);
    }

    private ConfigNode scalar(String path) throws IOException {
        if (parser.isCurrentAlias()) {
            faults.add(path, line(), column(), "aliases are not supported; write the value out");
        }
        WrittenAs form = switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> WrittenAs.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> WrittenAs.TRUTH;
            case VALUE_NULL -> WrittenAs.NULL;
            default -> WrittenAs.TEXT;
        };
        String text = form == WrittenAs.NULL ? "" : parser.getText();
        return new Scalar(text, form, line(), column());
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private int column() {
        return parser.currentTokenLocation().getColumnNr();
    }
}
