package io.lockstep.simulator.alpaca;

import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonArray;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Speaks to the simulator as anybody's program would: plain HTTP, bodies without a content type, and WebSockets. */
final class AlpacaClient {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String key;
    private final String secret;

    AlpacaClient(int port) {
        this(port, "test-key", "test-secret");
    }

    AlpacaClient(int port, String key, String secret) {
        this.port = port;
        this.key = key;
        this.secret = secret;
    }

    /** An answer with its body read as JSON. */
    record Answer(int status, String body, HttpResponse<String> response) {
        JsonValue json() {
            return JsonReader.read(body);
        }

        String at(String path) {
            return AlpacaClient.at(json(), path);
        }

        int size() {
            return items(json()).size();
        }
    }

    Answer get(String pathAndQuery) throws Exception {
        return send("GET", pathAndQuery, "", PATIENCE);
    }

    Answer post(String path, String body) throws Exception {
        return send("POST", path, body, PATIENCE);
    }

    Answer patch(String path, String body) throws Exception {
        return send("PATCH", path, body, PATIENCE);
    }

    Answer delete(String pathAndQuery) throws Exception {
        return send("DELETE", pathAndQuery, "", PATIENCE);
    }

    /** Sends an order; members are written as {@code name=value} with blanks between, all values as strings. */
    Answer order(String members) throws Exception {
        return post("/v2/orders", json(members));
    }

    Answer send(String method, String pathAndQuery, String body, Duration patience) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(patience)
                .header("APCA-API-KEY-ID", key)
                .header("APCA-API-SECRET-KEY", secret)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    Answer getWithoutKey(String pathAndQuery) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(PATIENCE)
                .build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    Frames open(String path, String... headers) {
        Frames frames = new Frames();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        frames.socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), frames)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return frames;
    }

    /** A data stream that is authenticated. */
    Frames openData(String path) throws InterruptedException {
        Frames frames = open(path);
        frames.await("greeting", frame -> "connected".equals(at(frame, "0.msg")));
        frames.send("{\"action\":\"auth\",\"key\":\"" + key + "\",\"secret\":\"" + secret + "\"}");
        frames.await("authentication", frame -> "authenticated".equals(at(frame, "0.msg")));
        return frames;
    }

    /** A trading stream that listens, authenticated in the legacy form. */
    Frames openTrading() throws InterruptedException {
        Frames frames = open("/stream");
        frames.send("{\"action\":\"authenticate\",\"data\":{\"key_id\":\"" + key + "\",\"secret_key\":\"" + secret
                + "\"}}");
        frames.await("authorization", frame -> "authorized".equals(at(frame, "data.status")));
        frames.send("{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}");
        frames.await("listening", frame -> "listening".equals(at(frame, "stream")));
        return frames;
    }

    static String json(String members) {
        List<String> parts = new ArrayList<>();
        for (String member : members.split(" ")) {
            int mark = member.indexOf('=');
            String value = member.substring(mark + 1);
            boolean nested = value.startsWith("{");
            parts.add("\"" + member.substring(0, mark) + "\":" + (nested ? value : "\"" + value + "\""));
        }
        return "{" + String.join(",", parts) + "}";
    }

    /** A member deep in a value, by names and indexes with dots between; its scalar text. */
    static String at(JsonValue value, String path) {
        JsonValue found = value;
        for (String step : path.split("\\.")) {
            if (found instanceof JsonArray array) {
                int index = Integer.parseInt(step);
                found = index < array.items().size() ? array.items().get(index) : null;
            } else if (found instanceof JsonObject object) {
                found = object.get(step);
            }
        }
        return found == null ? null : found.scalar();
    }

    static List<JsonValue> items(JsonValue value) {
        return value instanceof JsonArray array ? array.items() : List.of();
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response);
    }

    /** One WebSocket; frames wait in a queue. */
    static final class Frames extends FrameQueue {
        WebSocket socket;

        void send(String text) {
            socket.sendText(text, true).join();
        }

        void sendBinary(byte[] payload) {
            socket.sendBinary(ByteBuffer.wrap(payload), true).join();
        }

        /**
         * Waits until the venue has what was sent so far, pongs included, and we have what it sent; of a data stream. Belongs between
         * two steps of the clock of which the first may bring a ping and the second the end of the time for its answer.
         */
        void settle() throws InterruptedException {
            for (int trip = 0; trip < 2; trip++) {
                send("{\"action\":\"unsubscribe\",\"quotes\":[\"NONE\"]}");
                pick("acknowledgement", frame -> "subscription".equals(at(frame, "0.T")));
            }
        }

        void close() {
            socket.abort();
        }

        /** The next message of a kind and symbol on a data stream, whatever frame it comes in. */
        JsonValue awaitData(String type, String symbol) throws InterruptedException {
            Predicate<JsonValue> wanted =
                    item -> type.equals(at(item, "T")) && (symbol.isEmpty() || symbol.equals(at(item, "S")));
            JsonValue frame =
                    await(type + " of " + symbol, each -> items(each).stream().anyMatch(wanted));
            return items(frame).stream().filter(wanted).findFirst().orElseThrow();
        }

        /** The next update of an event. */
        JsonValue awaitEvent(String event) throws InterruptedException {
            return await(event, frame -> event.equals(at(frame, "data.event")));
        }
    }
}
