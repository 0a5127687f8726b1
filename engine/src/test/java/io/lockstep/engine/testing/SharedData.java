package io.lockstep.engine.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Real recordings and golden vectors that live beside the checkout, in a folder {@code shared} of some parent directory, or where
 * {@code LOCKSTEP_SHARED} (system property or environment) says. Tests that need them are skipped where they are absent.
 */
public final class SharedData {
    private SharedData() {}

    /** A file of the shared folder; skips the test where it is absent. */
    public static Path file(String relative) {
        Path file = root().resolve(relative);
        assumeTrue(Files.exists(file), () -> "shared data is not here: " + relative);
        return file;
    }

    /** All lines of a text file of the shared folder; skips the test where it is absent. */
    public static List<String> lines(String relative) {
        try {
            return Files.readAllLines(file(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All lines of the single entry of a zip file of the shared folder; skips the test where it is absent. */
    public static List<String> zippedLines(String relative) {
        try (ZipFile zip = new ZipFile(file(relative).toFile())) {
            byte[] text = zip.getInputStream(zip.entries().nextElement()).readAllBytes();
            return new String(text, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        String named = System.getProperty("LOCKSTEP_SHARED", System.getenv("LOCKSTEP_SHARED"));
        if (named != null) {
            return Path.of(named);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared");
            if (Files.isDirectory(candidate.resolve("data"))) {
                return candidate;
            }
        }
        return Path.of("shared");
    }
}
