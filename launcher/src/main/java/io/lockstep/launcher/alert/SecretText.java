package io.lockstep.launcher.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A secret that a file or the environment holds. It prints as stars, and what goes wrong is told without it. */
final class SecretText {
    private static final Set<PosixFilePermission> ALLOWED =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final String text;

    private SecretText(String text) {
        this.text = text;
    }

    /**
     * Reads one.
     *
     * @param file where it is, relative to {@code base}; null to look into the environment
     * @param environment value of a variable, null where it is not set
     * @throws IllegalArgumentException if it is not there, or others may read it
     */
    static SecretText read(
            @Nullable String file, @Nullable String variable, Path base, UnaryOperator<@Nullable String> environment) {
        if (file != null) {
            return new SecretText(fromFile(base.resolve(file)));
        }
        String value = variable == null ? null : environment.apply(variable);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("environment variable is not set: variable=" + variable);
        }
        return new SecretText(value.strip());
    }

    /** The secret itself, for the request that needs it. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }

    static void requireOne(String firstName, @Nullable String first, String secondName, @Nullable String second) {
        if (first == null == (second == null)) {
            throw new IllegalArgumentException(
                    "exactly one must be given: " + firstName + "=" + first + ", " + secondName + "=" + second);
        }
    }

    private static String fromFile(Path file) {
        try {
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix && !ALLOWED.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException("file may be read by others: file=" + file + ", allowed=0600");
            }
            String text = Files.readString(file).strip();
            if (text.isEmpty() || text.contains("\n")) {
                throw new IllegalArgumentException("file must hold one line: file=" + file);
            }
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "file cannot be read: file=" + file + ", " + e.getClass().getSimpleName());
        }
    }
}
