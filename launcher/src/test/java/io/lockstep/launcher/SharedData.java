package io.lockstep.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Recordings that belong to others and are not part of the project: looked for in a folder {@code shared} beside any parent of the
 * working directory, or where {@code LOCKSTEP_SHARED} says. A test whose recording is absent is skipped.
 */
public final class SharedData {
    private SharedData() {}

    /** A recording's path; skips the test when it is not there. */
    public static Path require(String relative) {
        Optional<Path> found =
                root().map(root -> root.resolve("data").resolve(relative)).filter(Files::isReadable);
        Assumptions.assumeTrue(found.isPresent(), () -> "recording not present: " + relative);
        return found.orElseThrow();
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
