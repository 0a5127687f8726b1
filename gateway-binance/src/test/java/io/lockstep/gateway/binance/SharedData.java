package io.lockstep.gateway.binance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * Recordings that belong to others and are therefore not part of the project: looked for in a folder {@code shared} beside any
 * parent of the working directory, or where {@code LOCKSTEP_SHARED} says. A test whose recording is absent is skipped.
 */
public final class SharedData {
    private SharedData() {}

    /** A recording's path; skips the test when it is not there. */
    public static Path require(String relative) {
        Optional<Path> found = root().map(root -> root.resolve(relative)).filter(Files::isReadable);
        Assumptions.assumeTrue(found.isPresent(), () -> "recording not present: " + relative);
        return found.orElseThrow();
    }

    /** The lines of a recording, unpacked when its name ends in {@code .gz}. */
    public static List<String> lines(String relative) {
        Path path = require(relative);
        try (BufferedReader reader = open(path)) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(Path path) throws IOException {
        var stream = Files.newInputStream(path);
        boolean packed = path.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(stream, 1 << 16) : stream, StandardCharsets.UTF_8));
    }

    private static Optional<Path> root() {
        String told = System.getProperty("LOCKSTEP_SHARED", System.getenv("LOCKSTEP_SHARED"));
        if (told != null) {
            return Optional.of(Path.of(told));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path shared = folder.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) {
                return Optional.of(shared);
            }
        }
        return Optional.empty();
    }
}
