package io.lockstep.launcher.operator;

import io.lockstep.engine.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the engine is controlled from outside.
 *
 * @param latchFolder where the second copy of the kill latch is kept, a file per account; must outlive journals and releases
 * @param hostStatusEvery how often a connected engine is told how much room the journal has while that does not change; it is told of changes at once
 */
public record ControlSettings(
        @Setting(
                help = "folder of the kill latch's second copy, a file per account; relative to the program's folder",
                fallback = "var/latch")
        String latchFolder,

        @Setting(
                help = "how often a connected engine is told of the journal's free space; of a change at once",
                fallback = "60s",
                least = "1s",
                most = "1d")
        Duration hostStatusEvery) {

    /** Checks that a folder is named. */
    public ControlSettings {
        if (latchFolder.isBlank()) {
            throw new IllegalArgumentException("must name a folder: latchFolder=" + latchFolder);
        }
    }

    /** The folder; a relative one is beside {@code config/}, where {@code var/} is. */
    public Path latchPath() {
        return Path.of(System.getProperty("lockstep.home", ".")).resolve(latchFolder);
    }
}
