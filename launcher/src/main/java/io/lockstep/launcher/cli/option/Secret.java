package io.lockstep.launcher.cli.option;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads a secret where nobody looks over the shoulder: from the terminal without echo, or from standard input; never from an argument. */
public final class Secret {
    private Secret() {}

    /**
     * Reads one.
     *
     * @param prompt shown on a terminal
     * @param fromInput whether to read a line of standard input instead
     * @throws IllegalArgumentException if there is neither a terminal nor a line
     */
    @SuppressWarnings(
            "SystemConsoleNull") // from JDK 22 on it may be no terminal, and then reads standard input as asked
    public static char[] read(String prompt, boolean fromInput) throws IOException {
        Console console = System.console();
        if (!fromInput && console != null) {
            char[] typed = console.readPassword("%s: ", prompt);
            return typed == null ? new char[0] : typed;
        }
        if (!fromInput) {
            throw new IllegalArgumentException("no terminal to type the secret on; give it to --secret-stdin");
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }
}
