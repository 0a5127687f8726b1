package io.lockstep.gateway.binance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Venue payloads kept as test resources, one file per message, in the folder of the test's package. */
public final class Payloads {
    private Payloads() {}

    /** The text of a payload. */
    public static String text(Class<?> test, String file) {
        try (InputStream stream = test.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("no such payload: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
