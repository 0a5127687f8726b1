package io.lockstep.strategies;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The golden vectors in the folder {@code shared/golden} beside the project, found by walking up from the working directory, or where
 * {@code LOCKSTEP_SHARED} points. A test that needs one is skipped where there is none.
 */
public final class Golden {
    private Golden() {}

    /** Reads a table; skips the calling test if it is not there. */
    public static Table table(String name) {
        Optional<Path> folder = folder();
        assumeTrue(
                folder.isPresent(), "no folder shared/golden above the working directory: golden vectors not checked");
        Path file = folder.orElseThrow().resolve(name);
        assumeTrue(Files.exists(file), "golden vectors not found: " + name);
        return read(file);
    }

    /** The 624 five-minute bars every bar column was computed from. */
    public static List<Bar> bars() {
        Table table = table("bars.csv");
        List<Bar> bars = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            bars.add(bar(table, row));
        }
        return bars;
    }

    private static Bar bar(Table table, int row) {
        int session = Integer.parseInt(table.text(row, "session").replace("-", ""));
        long openNs = Long.parseLong(table.text(row, "ts_ms")) * 1_000_000;
        return new Bar()
                .at(0, 300, openNs, session)
                .prices(
                        table.exact(row, "open"),
                        table.exact(row, "high"),
                        table.exact(row, "low"),
                        table.exact(row, "close"))
                .volume(table.exact(row, "volume"), 0, 0);
    }

    private static Optional<Path> folder() {
        String given = System.getProperty("LOCKSTEP_SHARED", System.getenv().getOrDefault("LOCKSTEP_SHARED", ""));
        if (!given.isEmpty()) {
            return Optional.of(Path.of(given, "golden")).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve("shared").resolve("golden");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static Table read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> header = List.of(lines.get(0).split(",", -1));
            List<String[]> rows =
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
            return new Table(header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of texts under named columns. */
    public record Table(List<String> header, List<String[]> rows) {
        /** Number of rows. */
        public int size() {
            return rows.size();
        }

        /** A cell's text; empty if there is no value. */
        public String text(int row, String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no such column: " + column + " in " + header);
            }
            return rows.get(row)[index];
        }

        /** A cell as a number; NaN if empty. */
        public double number(int row, String column) {
            String text = text(row, column);
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }

        /** A cell as a whole number. */
        public int integer(int row, String column) {
            return Integer.parseInt(text(row, column));
        }

        /** A cell as an exact decimal, E8. */
        public long exact(int row, String column) {
            return FixedPoint.parse(text(row, column));
        }

        /** A row's cells joined again. */
        public String line(int row) {
            return String.join(",", Arrays.asList(rows.get(row)));
        }
    }
}
