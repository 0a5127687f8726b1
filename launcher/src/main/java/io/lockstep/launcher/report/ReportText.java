package io.lockstep.launcher.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lays a report out as text: names left, values behind them, whole numbers grouped, tables in columns. */
final class ReportText {
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** Renders the values once. */
    String render(Map<String, ?> values) {
        section(values, "");
        return text.toString();
    }

    private void section(Map<String, ?> values, String indent) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
        values.forEach((name, value) -> entry(name, value, width, indent));
    }

    private void entry(String name, Object value, int width, String indent) {
        text.append(indent).append(name);
        if (value instanceof Map<?, ?> section) {
            text.append(section.isEmpty() ? " ".repeat(width - name.length()) + "  none" : "")
                    .append('\n');
            section(asNamed(section), indent + INDENT);
        } else if (value instanceof List<?> list) {
            list(list, width - name.length(), indent);
        } else {
            text.append(" ".repeat(width - name.length() + 2))
                    .append(cell(value))
                    .append('\n');
        }
    }

    private void list(List<?> list, int padding, String indent) {
        if (list.isEmpty()) {
            text.append(" ".repeat(padding)).append("  none\n");
        } else if (list.get(0) instanceof Map<?, ?>) {
            text.append('\n');
            table(list.stream().map(row -> asNamed((Map<?, ?>) row)).toList(), indent + INDENT);
        } else {
            List<String> words = list.stream().map(ReportText::cell).toList();
            text.append(" ".repeat(padding + 2))
                    .append(String.join(", ", words))
                    .append('\n');
        }
    }

    private void table(List<? extends Map<String, ?>> rows, String indent) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(columns));
        for (Map<String, ?> row : rows) {
            lines.add(columns.stream()
                    .map(name -> row.containsKey(name) ? cell(row.get(name)) : "")
                    .toList());
        }
        boolean[] numeric = numericColumns(columns, rows);
        int[] widths = widths(lines, columns.size());
        lines.forEach(
                line -> text.append(indent).append(join(line, widths, numeric)).append('\n'));
    }

    private static String join(List<String> line, int[] widths, boolean[] numeric) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            String pad = " ".repeat(widths[i] - line.get(i).length());
            joined.append(numeric[i] ? pad + line.get(i) : line.get(i) + pad).append(INDENT);
        }
        return joined.toString().stripTrailing();
    }

    private static boolean[] numericColumns(Set<String> columns, List<? extends Map<String, ?>> rows) {
        boolean[] numeric = new boolean[columns.size()];
        int i = 0;
        for (String column : columns) {
            numeric[i++] = rows.stream().map(row -> (Object) row.get(column)).allMatch(Number.class::isInstance);
        }
        return numeric;
    }

    private static int[] widths(List<List<String>> lines, int columns) {
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static String cell(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    @SuppressWarnings("unchecked") // reports are keyed by name
    private static Map<String, Object> asNamed(Map<?, ?> section) {
        return (Map<String, Object>) section;
    }
}
