package io.lockstep.launcher.session.recovery;

import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Counts starts that failed on the same recorded input, in a file of the run's folder, so that a program that is started again and again stops
 * at the third and says where. Another build or configuration counts anew.
 */
final class StartFailures {
    private static final String NAME = "failed-starts";
    private static final int MOST = 3;

    private final Path file;
    private final String buildId;
    private final String configHash;

    /** The failures of one build with one configuration. */
    StartFailures(JournalFolder folder, String buildId, String configHash) {
        file = folder.path().resolve(NAME);
        this.buildId = buildId;
        this.configHash = configHash;
    }

    /**
     * Makes sure that trying once more may help.
     *
     * @throws QuarantinedInputException if it failed often enough
     */
    void requireFewer() {
        Properties before = read();
        if (isMine(before) && count(before) >= MOST) {
            throw new QuarantinedInputException(
                    Long.parseLong(before.getProperty("input")), count(before), before.getProperty("cause"));
        }
    }

    /** Notes one more. */
    void note(HandlerFailure failure) {
        Properties before = read();
        String input = Long.toString(failure.inputSequence());
        boolean again = isMine(before) && input.equals(before.getProperty("input"));
        String cause = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        write("input=" + input + "\nbuild=" + buildId + "\nconfig=" + configHash + "\ncount="
                + (again ? count(before) + 1 : 1) + "\ncause=" + cause.replace("\\", "\\\\") + "\n");
    }

    /** A start succeeded. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isMine(Properties noted) {
        return buildId.equals(noted.getProperty("build")) && configHash.equals(noted.getProperty("config"));
    }

    private static int count(Properties noted) {
        return Integer.parseInt(noted.getProperty("count", "0"));
    }

    private Properties read() {
        Properties noted = new Properties();
        try {
            if (Files.exists(file)) {
                noted.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return noted;
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
