package io.lockstep.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference data that lies beside the project; a test that needs it is skipped where it is absent. */
public final class SharedFiles {
    private SharedFiles() {}

    /** A file below the folder {@code shared}; skips the calling test if there is none. */
    public static Path require(String name) {
        String override = System.getProperty("LOCKSTEP_SHARED", System.getenv("LOCKSTEP_SHARED"));
        Path found = override == null ? search(name) : Path.of(override, name);
        Assumptions.assumeTrue(found != null && Files.exists(found), "no shared data: " + name);
        return found;
    }

    private static Path search(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared").resolve(name);
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        return null;
    }
}
