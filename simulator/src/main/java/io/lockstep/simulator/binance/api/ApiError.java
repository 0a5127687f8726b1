package io.lockstep.simulator.binance.api;

import io.lockstep.simulator.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A refusal in Binance's form: HTTP status, code, text, sometimes data. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final @Nullable String data;

    /** A refusal without data. */
    public ApiError(int status, int code, String text) {
        this(status, code, text, null);
    }

    /** A refusal with data, which is JSON. */
    public ApiError(int status, int code, String text, @Nullable String data) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    /** A faulty request: status 400. */
    public static ApiError bad(int code, String text) {
        return new ApiError(400, code, text);
    }

    /** A parameter that must be sent was not. */
    public static ApiError missing(String name) {
        return bad(-1102, "Mandatory parameter '" + name + "' was not sent, was empty/null, or malformed.");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Binance's code. */
    public int code() {
        return code;
    }

    /** The error as a JSON object. */
    public String json() {
        JsonWriter json = new JsonWriter().object().field("code", code).field("msg", text());
        if (data != null) {
            json.name("data").raw(data);
        }
        return json.end().toString();
    }

    /** The text. */
    public String text() {
        String text = getMessage();
        return text == null ? "" : text;
    }
}
