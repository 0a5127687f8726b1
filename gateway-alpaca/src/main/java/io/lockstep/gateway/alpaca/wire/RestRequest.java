package io.lockstep.gateway.alpaca.wire;

/** One REST request: method, path with query, and a JSON body where there is one. Reused; valid until the next is written. */
public final class RestRequest {
    private final StringBuilder path = new StringBuilder(256);
    private final JsonText body = new JsonText();
    private Method method = Method.GET;

    /** Starts over. */
    public RestRequest begin(Method method, String path) {
        this.method = method;
        this.path.setLength(0);
        this.path.append(path);
        body.clear();
        return this;
    }

    /** The HTTP method. */
    public Method method() {
        return method;
    }

    /** Path and query, ready for the request line. */
    public CharSequence path() {
        return path;
    }

    /** The body; empty where the method takes none. */
    public JsonText body() {
        return body;
    }

    /** Adds to the path what needs no escaping. */
    public RestRequest append(CharSequence text) {
        path.append(text);
        return this;
    }

    /** Adds to the path a symbol, whose slash must not read as a folder. */
    public RestRequest appendSymbol(CharSequence symbol) {
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c == '/') {
                path.append("%2F");
            } else {
                path.append(c);
            }
        }
        return this;
    }

    /** Adds to the path several symbols, parted by commas. */
    public RestRequest appendSymbols(Iterable<? extends CharSequence> symbols) {
        String separator = "";
        for (CharSequence symbol : symbols) {
            append(separator).appendSymbol(symbol);
            separator = ",";
        }
        return this;
    }

    /** HTTP methods. */
    public enum Method {
        /** Reads. */
        GET,
        /** Places. */
        POST,
        /** Replaces. */
        PATCH,
        /** Cancels or closes. */
        DELETE
    }
}
