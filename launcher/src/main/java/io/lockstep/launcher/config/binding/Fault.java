package io.lockstep.launcher.config.binding;

/**
 * One thing that is wrong with a configuration.
 *
 * @param path the key's path in the file, for example {@code instruments[0].tickSize}; empty for the whole file
 * @param value what stands there as it may be shown, empty if nothing does
 * @param problem what is wrong and what is allowed
 * @param line line in the file, from 1; 0 when unknown
 * @param column column in the line, from 1
 */
public record Fault(String path, String value, String problem, int line, int column) {
    /** One line for a person. */
    @Override
    public String toString() {
        String named = value.isEmpty() ? path : path + "=" + value;
        String place = line == 0 ? "" : " (line " + line + ", column " + column + ")";
        return (named + place).strip() + ": " + problem;
    }
}
