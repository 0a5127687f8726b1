package io.lockstep.simulator.alpaca.api;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.json.JsonException;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values of a query or of a JSON body. Prices and quantities may be strings or numbers, null counts as absent, names nobody
 * asks for are ignored: clients of all ages send all of that.
 */
public final class Fields {
    private final Map<String, JsonValue> values;

    private Fields(Map<String, JsonValue> values) {
        this.values = values;
    }

    /** The parameters of a query; malformed pairs are left out. */
    public static Fields ofQuery(String query) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int mark = part.indexOf('=');
            if (mark > 0) {
                values.put(decode(part.substring(0, mark)), new JsonValue.JsonText(decode(part.substring(mark + 1))));
            }
        }
        return new Fields(values);
    }

    /**
     * The members of a body, whatever its content type says; an empty body has none.
     *
     * @throws ApiError 400 if it is not a JSON object
     */
    public static Fields ofBody(String body) {
        if (body.isBlank()) {
            return new Fields(Map.of());
        }
        try {
            if (JsonReader.read(body) instanceof JsonObject object) {
                return new Fields(object.members());
            }
        } catch (JsonException e) {
            throw new ApiError(400, 40010000, "request body format is invalid");
        }
        throw new ApiError(400, 40010000, "request body format is invalid");
    }

    /** A text, or null if it is absent or empty. */
    public @Nullable String textIfAny(String name) {
        JsonValue value = values.get(name);
        String text = value == null ? null : value.scalar();
        return text == null || text.isEmpty() ? null : text;
    }

    /** A text, or something else if it is absent. */
    public String text(String name, String otherwise) {
        String text = textIfAny(name);
        return text == null ? otherwise : text;
    }

    /** Whether a value was given. */
    public boolean has(String name) {
        return textIfAny(name) != null;
    }

    /**
     * A decimal, E8, digits beyond the eighth cut off; {@code FixedPoint.NULL} if it is absent.
     *
     * @throws ApiError 422 if it is no number
     */
    public long decimal(String name) {
        String text = textIfAny(name);
        if (text == null) {
            return FixedPoint.NULL;
        }
        try {
            return FixedPoint.of(new BigDecimal(text).setScale(FixedPoint.DECIMALS, RoundingMode.DOWN));
        } catch (NumberFormatException | ArithmeticException e) {
            throw ApiError.invalid("invalid " + name + ": " + text);
        }
    }

    /**
     * A whole number within a range, or something else if it is absent.
     *
     * @throws ApiError 422 if it is none or outside
     */
    public int number(String name, int otherwise, int least, int most) {
        String text = textIfAny(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw ApiError.invalid("invalid " + name + ": " + text);
        }
        throw ApiError.invalid(name + " must be between " + least + " and " + most);
    }

    /** A flag; absent is false. */
    public boolean flag(String name) {
        return "true".equalsIgnoreCase(text(name, "false"));
    }

    /**
     * A time, UTC, nanoseconds, or something else if it is absent.
     *
     * @throws ApiError 422 if it is neither RFC 3339 nor a date
     */
    public long time(String name, long otherwise) {
        String text = textIfAny(name);
        if (text == null) {
            return otherwise;
        }
        long time = Rfc3339.parse(text);
        if (time == FixedPoint.NULL) {
            throw ApiError.invalid("invalid " + name + ": " + text);
        }
        return time;
    }

    /** A member that is an object, or null if there is none. */
    public @Nullable Fields object(String name) {
        return values.get(name) instanceof JsonObject object ? new Fields(object.members()) : null;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiError.invalid("malformed query: " + text);
        }
    }
}
