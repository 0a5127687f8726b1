package io.lockstep.launcher.config.binding;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that must not be started; says everything that is wrong with it. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Names the faults.
     *
     * @param source the file's name
     * @param faults what is wrong, at least one
     */
    public ConfigurationException(String source, List<Fault> faults) {
        super(message(source, faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, at least one. */
    public List<Fault> faults() {
        return faults;
    }

    private static String message(String source, List<Fault> faults) {
        String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
        return faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", source + ": " + count + "\n  ", ""));
    }
}
