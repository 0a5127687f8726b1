package io.lockstep.launcher.operator;

import io.lockstep.engine.settings.Setting;
import java.nio.file.Path;

/**
 * How the engine is controlled from outside.
 *
 * @param latchFolder where the second copy of the kill latch is kept, a file per account; must outlive journals and releases
 */
public record ControlSettings(
        @Setting(
                help = "folder of the kill latch's second copy, a file per account; relative to the program's folder",
                fallback = "var/latch")
        String latchFolder) {

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
