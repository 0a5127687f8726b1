package io.lockstep.launcher.session.header;

import io.lockstep.engine.Engine;
import io.lockstep.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Which build this is: the version, and a hash over the jars that decide. */
public final class BuildInfo {
    private static final int SHOWN_DIGITS = 12;
    private static final List<Class<?>> DECIDING = List.of(Engine.class, SimulatorSettings.class, BuildInfo.class);

    private BuildInfo() {}

    /** Version and content hash, written into every journal; {@code classes} where it does not run from jars. */
    public static String id() {
        String version = BuildInfo.class.getPackage().getImplementationVersion();
        return version == null ? "classes" : version + "+" + contentHash();
    }

    private static String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> each : DECIDING) {
                digest.update(Files.readAllBytes(jarOf(each)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Path jarOf(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new IOException("no jar known for " + type.getName());
        }
        try {
            return Path.of(location.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("no path: " + location, e);
        }
    }
}
