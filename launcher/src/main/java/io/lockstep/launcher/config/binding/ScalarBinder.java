package io.lockstep.launcher.config.binding;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.settings.Setting;
import io.lockstep.launcher.config.binding.ConfigNode.Scalar;
import io.lockstep.launcher.config.binding.ConfigNode.WrittenAs;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns single values into Java, strictly: plain ASCII digits, no grouping, no exponent, no unit behind a number, no blank at either
 * end. What it refuses it answers with what is allowed.
 */
public final class ScalarBinder {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("-?[0-9][0-9_,.]*\\s*[A-Za-z%/]+");
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> FRACTIONS = Set.of(double.class, Double.class);

    private ScalarBinder() {}

    /**
     * Reads one value.
     *
     * @throws BadValueException if the key does not take it
     */
    static Object bind(Class<?> type, Setting setting, Scalar scalar) throws BadValueException {
        if (scalar.isBlank()) {
            throw new BadValueException("is empty; must be " + allowed(type, setting));
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(scalar);
        }
        if (WHOLE.contains(type) || FRACTIONS.contains(type)) {
            return number(type, setting, scalar);
        }
        if (type.isEnum()) {
            return word(type, scalar);
        }
        return type == Duration.class ? duration(setting, scalar) : text(type, scalar);
    }

    /** Reads a strategy parameter: a truth, an exact number or a text, by how it is written. */
    public static Object bindParameter(Scalar scalar) throws BadValueException {
        if (scalar.isBlank()) {
            throw new BadValueException("is empty; must be a text, a number, true or false");
        }
        if (scalar.form() == WrittenAs.TRUTH) {
            return truth(scalar);
        }
        return scalar.form() == WrittenAs.NUMBER
                ? plainNumber(scalar, "a number or a quoted text")
                : text(String.class, scalar);
    }

    /** What a value may be, for messages and explanations. */
    static String allowed(Class<?> type, Setting setting) {
        return typeName(type, setting) + range(setting) + (setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")");
    }

    /** What a kind of value is called. */
    static String typeName(Class<?> type, Setting setting) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (WHOLE.contains(type)) {
            return setting.decimal() ? "a decimal of up to 8 places" : "a whole number";
        }
        if (type.isEnum()) {
            return "one of " + Words.of(type).stream().collect(Collectors.joining(", "));
        }
        if (type == Duration.class) {
            return "a time with unit " + Durations.UNITS;
        }
        return FRACTIONS.contains(type) ? "a number" : "a text";
    }

    /** The range in words, with a blank before it; empty when there is none. */
    public static String range(Setting setting) {
        String least = setting.least().isEmpty() ? "" : " from " + setting.least();
        String most = setting.most().isEmpty() ? "" : (least.isEmpty() ? " up to " : " to ") + setting.most();
        return least + most;
    }

    /** YAML takes yes, on and many more for true; only the two words are clear. */
    private static Boolean truth(Scalar scalar) throws BadValueException {
        boolean yes = scalar.text().equals("true");
        if (scalar.form() != WrittenAs.TRUTH || !yes && !scalar.text().equals("false")) {
            throw new BadValueException("must be true or false, without quotes");
        }
        return yes;
    }

    private static Object number(Class<?> type, Setting setting, Scalar scalar) throws BadValueException {
        BigDecimal value = plainNumber(scalar, allowed(type, setting));
        requireWithin(value, setting, type);
        if (FRACTIONS.contains(type)) {
            return value.doubleValue();
        }
        try {
            if (setting.decimal()) {
                return FixedPoint.of(value);
            }
            boolean small = type == int.class || type == Integer.class;
            return small ? (Object) value.intValueExact() : (Object) value.longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValueException("must be " + allowed(type, setting));
        }
    }

    private static BigDecimal plainNumber(Scalar scalar, String allowed) throws BadValueException {
        if (NUMBER.matcher(scalar.text()).matches()) {
            if (scalar.form() == WrittenAs.NUMBER) {
                return new BigDecimal(scalar.text());
            }
            throw new BadValueException("must be a number without quotes: " + allowed);
        }
        boolean unit = NUMBER_WITH_UNIT.matcher(scalar.text()).matches();
        throw new BadValueException("must be " + allowed
                + (unit ? ", the number alone without a unit" : ", in plain digits such as 1000 or 0.25"));
    }

    private static void requireWithin(BigDecimal value, Setting setting, Class<?> type) throws BadValueException {
        boolean low = !setting.least().isEmpty() && value.compareTo(new BigDecimal(setting.least())) < 0;
        boolean high = !setting.most().isEmpty() && value.compareTo(new BigDecimal(setting.most())) > 0;
        if (low || high) {
            throw new BadValueException("must be " + allowed(type, setting));
        }
    }

    private static Object word(Class<?> type, Scalar scalar) throws BadValueException {
        Object constant = Words.constant(type, scalar.text());
        if (constant == null) {
            throw new BadValueException("must be one of " + String.join(", ", Words.of(type)));
        }
        return constant;
    }

    private static Duration duration(Setting setting, Scalar scalar) throws BadValueException {
        Duration value = Durations.parse(scalar.text());
        if (value == null || isBefore(value, setting.least()) || isAfter(value, setting.most())) {
            throw new BadValueException("must be " + allowed(Duration.class, setting));
        }
        return value;
    }

    private static boolean isBefore(Duration value, String least) {
        Duration limit = limit(least);
        return limit != null && value.compareTo(limit) < 0;
    }

    private static boolean isAfter(Duration value, String most) {
        Duration limit = limit(most);
        return limit != null && value.compareTo(limit) > 0;
    }

    private static @Nullable Duration limit(String text) {
        return text.isEmpty() ? null : Durations.parse(text);
    }

    private static String text(Class<?> type, Scalar scalar) throws BadValueException {
        if (type != String.class) {
            throw new IllegalStateException("no such setting type: " + type.getName());
        }
        String text = scalar.text();
        if (scalar.form() == WrittenAs.TRUTH) {
            throw new BadValueException("must be a text; put quotes around it if that is meant");
        }
        if (!text.equals(text.strip()) || text.codePoints().anyMatch(ScalarBinder::isInvisible)) {
            throw new BadValueException("must be a text without blanks at its ends and without invisible characters");
        }
        return text;
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || codePoint != ' ' && Character.isSpaceChar(codePoint);
    }
}
