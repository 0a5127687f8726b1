package io.lockstep.launcher.config.binding;

import java.util.ArrayList;
import java.util.List;

/** Collects everything wrong with one configuration, so that one message can name it all. Used by one thread. */
public final class Faults {
    private static final int LONGEST_SHOWN = 60;

    private final List<Fault> found = new ArrayList<>();

    /** Adds a fault that has no place in the file. */
    public void add(String path, String problem) {
        found.add(new Fault(path, "", problem, 0, 0));
    }

    /** Adds a fault of a piece of the file. */
    void add(String path, ConfigNode node, String problem) {
        String value = node instanceof ConfigNode.Scalar scalar ? shown(path, scalar.text()) : "";
        found.add(new Fault(path, value, problem, node.line(), node.column()));
    }

    /** Adds a fault of a place in the file. */
    void add(String path, int line, int column, String problem) {
        found.add(new Fault(path, "", problem, line, column));
    }

    /** Number of faults so far. */
    public int count() {
        return found.size();
    }

    /** All faults so far, in the order they were found. */
    public List<Fault> all() {
        return List.copyOf(found);
    }

    /**
     * Refuses the configuration if anything is wrong with it.
     *
     * @param source the file's name, for the message
     * @throws ConfigurationException with every fault
     */
    public void throwIfAny(String source) {
        if (!found.isEmpty()) {
            throw new ConfigurationException(source, found);
        }
    }

    /** A value as a message may show it: cut, secrets masked, everything a terminal could hide or obey spelled out. */
    private static String shown(String path, String text) {
        if (Secrets.isSecret(path)) {
            return Secrets.MASK;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST_SHOWN).forEach(c -> appendVisible(shown, c));
        return text.length() > LONGEST_SHOWN ? shown + "..." : shown.toString();
    }

    private static void appendVisible(StringBuilder shown, int codePoint) {
        if (codePoint >= ' ' && codePoint < 127) {
            shown.append((char) codePoint);
        } else {
            shown.append(String.format("<U+%04X>", codePoint));
        }
    }
}
