package io.lockstep.journal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks that this JVM lets Chronicle Queue and Agrona at the internals they need. Without that check one missing flag makes Chronicle
 * open its files read-only, with a warning, and fail much later.
 */
public final class JvmFlags {
    private static final List<Flag> NEEDED = List.of(
            new Flag("--add-opens", "java.lang.reflect", "Chronicle Queue does not start"),
            new Flag("--add-exports", "sun.nio.ch", "Chronicle Queue cannot map files and opens the journal read-only"),
            new Flag("--add-exports", "jdk.internal.ref", "Chronicle Queue cannot unmap files it has left"),
            new Flag("--add-exports", "jdk.internal.misc", "no Agrona buffer can be made"));

    private JvmFlags() {}

    /**
     * A flag that this JVM was started without.
     *
     * @param flag as it must be given
     * @param consequence what does not work without it
     */
    public record Missing(String flag, String consequence) {}

    private record Flag(String option, String packageName, String consequence) {
        boolean isGiven() {
            Module base = Object.class.getModule();
            Module here = JvmFlags.class.getModule();
            return option.equals("--add-opens") ? base.isOpen(packageName, here) : base.isExported(packageName, here);
        }

        Missing missing() {
            return new Missing(option + "=java.base/" + packageName + "=ALL-UNNAMED", consequence);
        }
    }

    /** Each flag that is needed and was not given; empty when all is well. */
    public static List<Missing> missing() {
        return NEEDED.stream()
                .filter(flag -> !flag.isGiven())
                .map(Flag::missing)
                .toList();
    }

    /**
     * Makes sure that no flag is missing.
     *
     * @throws IllegalStateException naming all that are, and what each is for
     */
    public static void require() {
        require(missing());
    }

    static void require(List<Missing> missing) {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.stream()
                    .map(flag -> flag.flag() + " (" + flag.consequence() + ")")
                    .collect(Collectors.joining(", ", "JVM flags are missing: ", "; see config/jvm.options")));
        }
    }
}
