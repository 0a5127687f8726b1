package io.lockstep.launcher.config.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enum constants as a configuration writes them: lower case with hyphens. */
public final class Words {
    /** The constant SBE adds for an absent value; nobody may configure it. */
    private static final String SBE_NULL = "NULL_VAL";

    private Words() {}

    /** The words of an enum in its order. */
    public static List<String> of(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> !constant.name().equals(SBE_NULL))
                .map(Words::of)
                .toList();
    }

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word, null if there is none. */
    public static @Nullable Object constant(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> !((Enum<?>) constant).name().equals(SBE_NULL))
                .filter(constant -> of((Enum<?>) constant).equals(word))
                .findFirst()
                .orElse(null);
    }
}
