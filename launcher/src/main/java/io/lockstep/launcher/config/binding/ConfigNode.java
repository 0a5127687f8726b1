package io.lockstep.launcher.config.binding;

import java.util.List;
import java.util.Map;

/** A piece of a configuration file and where it stands. Immutable. */
public sealed interface ConfigNode {
    /** Line in the file, from 1; 0 when it does not stand in a file. */
    int line();

    /** Column in the line, from 1. */
    int column();

    /** What the file calls this kind of piece. */
    String kind();

    /**
     * A single value.
     *
     * @param text as written, without quotes
     * @param form what YAML takes it for
     */
    record Scalar(String text, WrittenAs form, int line, int column) implements ConfigNode {
        @Override
        public String kind() {
            return "a single value";
        }

        /** Whether nothing but blanks stands there. */
        boolean isBlank() {
            return form == WrittenAs.NULL || text.isBlank();
        }
    }

    /** Values in order. */
    record Sequence(List<ConfigNode> items, int line, int column) implements ConfigNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key, in the file's order. */
    record Mapping(Map<String, ConfigNode> entries, int line, int column) implements ConfigNode {
        @Override
        public String kind() {
            return "a section of keys";
        }
    }

    /** What YAML takes a single value for. */
    enum WrittenAs {
        /** Quoted, or not a number, truth or null. */
        TEXT,
        /** Looks like a number and is not quoted. */
        NUMBER,
        /** True or false, not quoted. */
        TRUTH,
        /** Nothing, {@code null} or {@code ~}. */
        NULL
    }
}
