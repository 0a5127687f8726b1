package io.lockstep.launcher.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lockstep.engine.instrument.FixedPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named values in the order they were added: whole numbers, exact decimals, texts, truths, sections (name to value) and tables (rows
 * of the same names). Used by one thread.
 */
public final class Report {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a text, a number or a truth. */
    public Report add(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds a price, a quantity or an amount of money, E8, shown as a plain decimal. */
    public Report addDecimal(String name, long value) {
        return add(name, decimal(value));
    }

    /** A price, a quantity or an amount of money, E8, as tables hold it. */
    public static BigDecimal decimal(long value) {
        return FixedPoint.toBigDecimal(value);
    }

    /** Adds a section of named values, such as counts by reason. */
    public Report addSection(String name, Map<String, ?> section) {
        return add(name, new LinkedHashMap<String, Object>(section));
    }

    /** Adds a table. */
    public Report addTable(String name, List<? extends Map<String, ?>> rows) {
        return add(name, new ArrayList<Map<String, ?>>(rows));
    }

    /** The values by name, in order, unmodifiable. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** One JSON object on one line, ended by a line feed. */
    public String toJson() {
        try {
            return JSON.writeValueAsString(values) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("report holds a value JSON cannot: " + values.keySet(), e);
        }
    }

    /** Aligned text for people, ended by a line feed. */
    public String toText() {
        return new ReportText().render(values);
    }
}
