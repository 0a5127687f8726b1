package io.lockstep.launcher.swarm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** Seeds in which an invariant once broke, kept in a file: a seed a line, with what it found behind it. */
public final class RegressionSeeds {
    private static final String FILE = "/swarm/regression-seeds.txt";

    private RegressionSeeds() {}

    /** All of them, in the order in which they were found. */
    public static LongStream all() {
        try (InputStream file = RegressionSeeds.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("resource is missing: " + FILE);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .mapToLong(RegressionSeeds::seed)
                            .boxed()
                            .toList()
                            .stream()
                            .mapToLong(Long::longValue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long seed(String line) {
        int end = line.indexOf(' ');
        return Long.parseLong(end < 0 ? line : line.substring(0, end));
    }
}
