package io.lockstep.gateway.binance.orderentry.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request with everything known beforehand already written, twice: as the text that is signed and as JSON. Parameters are sorted
 * by name, as the WebSocket API wants what is signed; REST takes any order. Immutable.
 *
 * <pre>
 *   signed: apiKey=k&newClientOrderId= | CLIENT_ORDER_ID | &price= | PRICE | ... &timestamp= | TIMESTAMP | &type=LIMIT
 *   JSON:   "apiKey":"k","newClientOrderId":" | CLIENT_ORDER_ID | ","price":" | ...
 * </pre>
 */
public final class RequestTemplate {
    private final Endpoint endpoint;
    private final byte[] method;
    private final byte[][] signed;
    private final byte[][] json;
    private final RequestField[] fields;

    private RequestTemplate(Endpoint endpoint, List<String> signed, List<String> json, List<RequestField> fields) {
        this.endpoint = endpoint;
        this.method = endpoint.method().getBytes(UTF_8);
        this.signed = bytes(signed);
        this.json = bytes(json);
        this.fields = fields.toArray(new RequestField[0]);
    }

    /** What it asks for. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Starts a template. */
    static Builder of(Endpoint endpoint) {
        return new Builder(endpoint);
    }

    byte[] method() {
        return method;
    }

    /** Adds the parameters as {@code name=value} joined by {@code &}. */
    void writeSigned(RequestValues values, TextBuffer target) {
        write(signed, values, target);
    }

    /** Adds the parameters as members of a JSON object, without its braces. */
    void writeJson(RequestValues values, TextBuffer target) {
        write(json, values, target);
    }

    private void write(byte[][] chunks, RequestValues values, TextBuffer target) {
        for (int i = 0; i < fields.length; i++) {
            target.put(chunks[i]);
            fields[i].write(values, target);
        }
        target.put(chunks[fields.length]);
    }

    private static byte[][] bytes(List<String> chunks) {
        return chunks.stream().map(chunk -> chunk.getBytes(UTF_8)).toArray(byte[][]::new);
    }

    /** Collects parameters in any order. */
    static final class Builder {
        private final Endpoint endpoint;
        private final TreeMap<String, Parameter> parameters = new TreeMap<>();

        private record Parameter(
                String value, boolean isText, @Nullable RequestField field) {}

        Builder(Endpoint endpoint) {
            this.endpoint = endpoint;
        }

        /** Adds a text that never changes. */
        Builder text(String name, String value) {
            parameters.put(name, new Parameter(value, true, null));
            return this;
        }

        /** Adds a number that never changes. */
        Builder number(String name, long value) {
            parameters.put(name, new Parameter(Long.toString(value), false, null));
            return this;
        }

        /** Adds a hole. */
        Builder field(String name, RequestField field) {
            parameters.put(name, new Parameter("", field.isText(), field));
            return this;
        }

        /** Sorts, and writes what is constant; REST signs percent-encoded values, the WebSocket API plain ones. */
        RequestTemplate build(boolean percentEncode) {
            List<String> signedChunks = new ArrayList<>();
            List<String> jsonChunks = new ArrayList<>();
            List<RequestField> fields = new ArrayList<>();
            StringBuilder signed = new StringBuilder();
            StringBuilder json = new StringBuilder();
            parameters.forEach((name, parameter) -> {
                String quote = parameter.isText() ? "\"" : "";
                signed.append(signed.isEmpty() && fields.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=');
                json.append(json.isEmpty() && fields.isEmpty() ? "" : ",")
                        .append('"')
                        .append(name)
                        .append("\":")
                        .append(quote);
                if (parameter.field() == null) {
                    signed.append(percentEncode ? percentEncoded(parameter.value()) : parameter.value());
                    json.append(parameter.value());
                } else {
                    fields.add(parameter.field());
                    signedChunks.add(cut(signed));
                    jsonChunks.add(cut(json));
                }
                json.append(quote);
            });
            signedChunks.add(cut(signed));
            jsonChunks.add(cut(json));
            return new RequestTemplate(endpoint, signedChunks, jsonChunks, fields);
        }

        private static String cut(StringBuilder text) {
            String chunk = text.toString();
            text.setLength(0);
            return chunk;
        }

        private static String percentEncoded(String value) {
            return URLEncoder.encode(value, UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
        }
    }
}
