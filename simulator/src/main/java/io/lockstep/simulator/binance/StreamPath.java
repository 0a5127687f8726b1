package io.lockstep.simulator.binance;

import io.lockstep.simulator.binance.api.Params;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a market stream connection asks for.
 *
 * @param combined whether payloads are wrapped with the name of their stream
 * @param streams streams to begin with
 */
record StreamPath(boolean combined, List<String> streams) {
    /** Reads {@code /ws}, {@code /ws/a/b} and {@code /stream?streams=a/b}; null for anything else. */
    static @Nullable StreamPath of(String path, String query) {
        if (path.equals("/stream") || path.equals("/stream/")) {
            return new StreamPath(true, split(Params.ofForm(query, "").text("streams", "")));
        }
        if (path.equals("/ws") || path.startsWith("/ws/")) {
            return new StreamPath(false, split(path.substring(3)));
        }
        return null;
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
