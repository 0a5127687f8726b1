package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal as Alpaca words it: HTTP status, code and message, sometimes with further members. */
public final class ApiError extends RuntimeException {
    /** Code of a parameter that is missing or wrong; sent with HTTP 422. */
    public static final int INVALID_PARAMETER = 40010001;

    /** Code of a rule of the venue that the order breaks; sent with HTTP 422. */
    public static final int UNPROCESSABLE = 42210000;

    private static final int FORBIDDEN = 40310000;
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient Map<String, String> details = new LinkedHashMap<>();

    /** An error. */
    public ApiError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A parameter is missing or wrong: 422 with 40010001. */
    public static ApiError invalid(String message) {
        return new ApiError(422, INVALID_PARAMETER, message);
    }

    /** The order breaks a rule: 422 with 42210000. */
    public static ApiError unprocessable(String message) {
        return new ApiError(422, UNPROCESSABLE, message);
    }

    /** The account may not do that now: 403 with 40310000. */
    public static ApiError forbidden(String message) {
        return new ApiError(403, FORBIDDEN, message);
    }

    /** There is no such thing: 404 with 40410000. */
    public static ApiError notFound(String message) {
        return new ApiError(404, 40410000, message);
    }

    /** Adds a member to the body; its value is JSON. */
    public ApiError with(String name, String json) {
        details.put(name, json);
        return this;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The body. */
    public String json() {
        JsonWriter json = new JsonWriter().object().field("code", code).field("message", text());
        details.forEach((name, value) -> json.name(name).raw(value));
        return json.end().toString();
    }

    private String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
