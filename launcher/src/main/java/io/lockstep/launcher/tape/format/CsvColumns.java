package io.lockstep.launcher.tape.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the columns of a file stand: in a usual order, or as its header says under one of the usual names. */
final class CsvColumns {
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry("time", "time"),
            Map.entry("timestamp", "time"),
            Map.entry("date", "time"),
            Map.entry("datetime", "time"),
            Map.entry("open_time", "time"),
            Map.entry("ts", "time"),
            Map.entry("price", "price"),
            Map.entry("quantity", "quantity"),
            Map.entry("qty", "quantity"),
            Map.entry("amount", "quantity"),
            Map.entry("size", "quantity"),
            Map.entry("volume", "quantity"),
            Map.entry("side", "side"),
            Map.entry("id", "id"),
            Map.entry("trade_id", "id"),
            Map.entry("tid", "id"),
            Map.entry("open", "open"),
            Map.entry("high", "high"),
            Map.entry("low", "low"),
            Map.entry("close", "close"));

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private int count;

    /** Columns in their usual order, for a file without header. */
    CsvColumns(String... usual) {
        for (String name : usual) {
            indexes.put(name, count++);
        }
    }

    /** Takes the names a file gives; unknown ones are columns nobody reads. */
    void read(CsvRow header) {
        indexes.clear();
        count = header.columns();
        for (int i = 0; i < count; i++) {
            String meaning = MEANING.get(header.text(i).toLowerCase(Locale.ROOT));
            if (meaning != null) {
                indexes.putIfAbsent(meaning, i);
            }
        }
    }

    /** Refuses a header without one of these. */
    void require(String... names) throws BadLineException {
        for (String name : names) {
            if (!has(name)) {
                throw new BadLineException(LineOutcome.MISSING_FIELD);
            }
        }
    }

    /** Whether the file has a column. */
    boolean has(String name) {
        return indexes.containsKey(name);
    }

    /** Where a column stands; refuses the line if the file has none such. */
    int index(String name) throws BadLineException {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new BadLineException(LineOutcome.MISSING_FIELD);
        }
        return index;
    }

    /** How many columns a row has. */
    int count() {
        return count;
    }
}
