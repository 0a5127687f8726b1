package io.lockstep.launcher.cli.option;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where commands keep what nobody named a place for: {@code var/} beside the script. */
public final class Folders {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private Folders() {}

    /** The folder of the program, where {@code config/} and {@code var/} are. */
    public static Path home() {
        return Path.of(System.getProperty("lockstep.home", "."));
    }

    /** A new folder for one run of a kind, named after the time, UTC. */
    public static Path ofRun(String kind) {
        return home().resolve("var").resolve(kind).resolve(STAMP.format(Instant.now()));
    }
}
