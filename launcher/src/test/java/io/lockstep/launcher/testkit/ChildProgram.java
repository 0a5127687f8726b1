package io.lockstep.launcher.testkit;

import static org.awaitility.Awaitility.await;

import io.lockstep.launcher.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The program in a JVM of its own, for what only a process can show: signals and sudden death. */
public final class ChildProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param folder where its output is kept
     * @param words the command line
     */
    public static ChildProgram start(Path folder, Object... words) {
        return startUnder(List.of(), folder, words);
    }

    /**
     * Starts it by way of another command.
     *
     * @param wrapper a command that becomes the one behind it
     * @param folder where its output is kept
     * @param words the command line
     */
    public static ChildProgram startUnder(List<String> wrapper, Path folder, Object... words) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + repository().resolve("config").resolve("jvm.options"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        try {
            Path out = Files.createTempFile(folder, "child", ".out");
            Path err = Files.createTempFile(folder, "child", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new ChildProgram(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for something to become true while the process lives. */
    public void awaitUntil(String what, BooleanSupplier condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> {
            boolean come = condition.getAsBoolean();
            if (!come && !process.isAlive()) {
                throw new IllegalStateException("the process has ended: " + err());
            }
            return come;
        });
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end and gives its answer. */
    public Program awaitEnd() {
        await("the process to end").atMost(PATIENCE).until(() -> !process.isAlive());
        return new Program(process.exitValue(), read(out), err());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** What it has printed for scripts so far. */
    public String out() {
        return read(out);
    }

    /** What it has printed for people so far. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository, found from the folder the tests run in. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("config").resolve("jvm.options"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no config/jvm.options in any parent folder");
            }
        }
        return folder;
    }
}
