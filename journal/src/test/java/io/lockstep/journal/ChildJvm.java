package io.lockstep.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a main class of the tests, for what only a real process can show. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a main class with the flags of {@code config/jvm.options}. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of("@" + options()), main, arguments);
    }

    /** Starts a main class with other flags. */
    public static ChildJvm start(List<String> flags, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static Path options() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path options = folder.resolve("config").resolve("jvm.options");
            if (Files.exists(options)) {
                return options;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("no config/jvm.options above the working directory");
    }

    /** Waits for a line that begins so, and gives the rest of it. */
    public String await(String beginning) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the process ended and never said '" + beginning + "':\n" + said);
    }

    /** Kills it with SIGKILL and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
