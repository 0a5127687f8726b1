package io.lockstep.simulator.binance.api;

import io.lockstep.engine.instrument.FixedPoint;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of a request by name, as text; whether they came as JSON numbers or strings no longer matters. */
public final class Params {
    private final Map<String, String> values;

    /** Parameters already decoded. */
    public Params(Map<String, String> values) {
        this.values = values;
    }

    /** Parameters of a query and a form body, both as sent; of repeated names the last. */
    public static Params ofForm(String query, String body) {
        Map<String, String> values = new LinkedHashMap<>();
        addForm(values, query);
        addForm(values, body);
        return new Params(values);
    }

    /** All parameters, in the order in which they were sent. */
    public Map<String, String> all() {
        return values;
    }

    /** Whether a parameter was sent and is not empty. */
    public boolean has(String name) {
        String value = values.get(name);
        return value != null && !value.isEmpty();
    }

    /** A parameter, or null if it was not sent or is empty. */
    public @Nullable String textIfAny(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * A parameter that must be there.
     *
     * @throws ApiError -1102
     */
    public String text(String name) {
        String value = textIfAny(name);
        if (value == null) {
            throw ApiError.missing(name);
        }
        return value;
    }

    /** A parameter, or something else if it was not sent. */
    public String text(String name, String otherwise) {
        String value = textIfAny(name);
        return value == null ? otherwise : value;
    }

    /**
     * A whole number, or something else if it was not sent.
     *
     * @throws ApiError -1100 if it is none
     */
    public long number(String name, long otherwise) {
        String value = textIfAny(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw illegal(name);
        }
    }

    /**
     * A decimal, E8, or something else if it was not sent.
     *
     * @throws ApiError -1100 if it is none, -1111 if it has too many decimals
     */
    public long decimal(String name, long otherwise) {
        String value = textIfAny(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return FixedPoint.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw illegal(name);
        } catch (ArithmeticException e) {
            throw ApiError.bad(-1111, "Parameter '" + name + "' has too much precision.");
        }
    }

    /** A flag; absent is false. */
    public boolean flag(String name) {
        return "true".equals(text(name, "false").toLowerCase(Locale.ROOT));
    }

    private static ApiError illegal(String name) {
        return ApiError.bad(-1100, "Illegal characters found in parameter '" + name + "'.");
    }

    private static void addForm(Map<String, String> values, String form) {
        for (String part : form.split("&", -1)) {
            int mark = part.indexOf('=');
            if (mark > 0) {
                values.put(decode(part.substring(0, mark)), decode(part.substring(mark + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.bad(-1101, "Too many parameters or malformed encoding.");
        }
    }
}
