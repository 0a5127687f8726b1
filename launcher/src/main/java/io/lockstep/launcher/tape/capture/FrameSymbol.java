package io.lockstep.launcher.tape.capture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the symbol of a frame in its text: in the event, else in the name of its stream. */
final class FrameSymbol {
    private static final Pattern IN_EVENT = Pattern.compile("\"s\"\\s*:\\s*\"([A-Z0-9_]{2,32})\"");
    private static final Pattern IN_STREAM = Pattern.compile("\"stream\"\\s*:\\s*\"([a-z0-9_]{2,32})@");

    private FrameSymbol() {}

    /** The symbol in upper case. */
    static Optional<String> find(byte[] line, int from, int end) {
        String frame = new String(line, from, end - from, StandardCharsets.UTF_8);
        return first(IN_EVENT, frame).or(() -> first(IN_STREAM, frame));
    }

    private static Optional<String> first(Pattern pattern, String frame) {
        Matcher matcher = pattern.matcher(frame);
        return matcher.find() ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
