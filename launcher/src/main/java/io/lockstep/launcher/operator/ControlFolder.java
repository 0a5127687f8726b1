package io.lockstep.launcher.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What lies beside a journal for operators.
 *
 * <pre>
 *   JOURNAL/control/requests       what was asked
 *   JOURNAL/control/answers        what became of it
 *   JOURNAL/control/config.yaml    configuration of the run, so that a kill needs no journal to find its venues
 *   JOURNAL/control/reset          the nonce of a reset that was begun
 *   JOURNAL/control/override       the nonce of an override that was begun
 * </pre>
 *
 * @param path the folder {@code control}
 */
public record ControlFolder(Path path) {
    /** That of a journal's folder. */
    public static ControlFolder of(Path journal) {
        return new ControlFolder(journal.resolve("control"));
    }

    /** Makes it, for its owner alone. */
    public void create() {
        try {
            Files.createDirectories(path);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("control folder cannot be made: folder=" + path, e);
        }
    }

    /** Keeps the configuration of the run that begins. */
    public void writeConfig(String text) {
        try {
            Path next = Files.writeString(path.resolve("config.yaml.new"), text);
            Files.move(next, config(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("configuration cannot be kept: folder=" + path, e);
        }
    }

    /** The configuration of the last run; empty if there was none. */
    public Optional<String> readConfig() {
        try {
            return Files.exists(config()) ? Optional.of(Files.readString(config())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("configuration cannot be read: file=" + config(), e);
        }
    }

    /** Where a begun reset keeps its nonce. */
    public Path resetFile() {
        return path.resolve("reset");
    }

    /** Where a begun override keeps its nonce. */
    public Path overrideFile() {
        return path.resolve("override");
    }

    LineFile<OperatorRequest> requests() {
        return new LineFile<>(path.resolve("requests"), OperatorRequest.class);
    }

    LineFile<OperatorAnswer> answers() {
        return new LineFile<>(path.resolve("answers"), OperatorAnswer.class);
    }

    private Path config() {
        return path.resolve("config.yaml");
    }
}
