package io.lockstep.simulator.binance;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Speaks to the simulator as anybody's program would: plain HTTP and WebSockets, signatures made here. */
final class BinanceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROBE = Duration.ofMillis(250);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    final String key;
    final String secret;

    BinanceClient(int port) {
        this(port, "test-key", "test-secret");
    }

    BinanceClient(int port, String key, String secret) {
        this.port = port;
        this.key = key;
        this.secret = secret;
    }

    int port() {
        return port;
    }

    HttpResponse<String> send(String method, String pathAndQuery, String body) throws Exception {
        return http.send(request(method, pathAndQuery, body, key), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> getAsync(String pathAndQuery) {
        return http.sendAsync(request("GET", pathAndQuery, "", key), HttpResponse.BodyHandlers.ofString());
    }

    /** Signs parameters and sends them in the query; the answer may never come. */
    CompletableFuture<HttpResponse<String>> signedAsync(String method, String path, String params) {
        HttpRequest request = request(method, path + "?" + sign(timed(params)), "", key);
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Signs parameters with a time of its own. */
    HttpResponse<String> signedAt(long timeMs, String method, String path, String params) throws Exception {
        return send(method, path + "?" + sign(timed(params, timeMs)), "");
    }

    private HttpRequest request(String method, String pathAndQuery, String body, String apiKey) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + pathAndQuery))
                .timeout(PATIENCE)
                .header("X-MBX-APIKEY", apiKey)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    HttpResponse<String> get(String pathAndQuery) throws Exception {
        return send("GET", pathAndQuery, "");
    }

    /** Signs parameters and sends them in the query. */
    HttpResponse<String> signed(String method, String path, String params) throws Exception {
        return send(method, path + "?" + sign(timed(params)), "");
    }

    /** Signs parameters and sends them in the body. */
    HttpResponse<String> signedBody(String method, String path, String params) throws Exception {
        return send(method, path, sign(timed(params)));
    }

    String sign(String params) {
        return params + "&signature=" + hmac(params);
    }

    static String timed(String params) {
        return timed(params, System.currentTimeMillis());
    }

    static String timed(String params, long timeMs) {
        return (params.isEmpty() ? "" : params + "&") + "timestamp=" + timeMs;
    }

    /** A signed WebSocket API request; {@code params} are JSON members, the timestamp is added as a number. */
    String request(String id, String method, String params) {
        long now = System.currentTimeMillis();
        JsonValue given = JsonReader.read("{" + params + "}");
        TreeMap<String, String> sorted = new TreeMap<>();
        ((JsonObject) given).members().forEach((name, value) -> sorted.put(name, value.scalar()));
        sorted.put("apiKey", key);
        sorted.put("timestamp", String.valueOf(now));
        StringBuilder payload = new StringBuilder();
        sorted.forEach((name, value) -> payload.append(payload.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        return "{\"id\":\"" + id + "\",\"method\":\"" + method + "\",\"params\":{" + params
                + (params.isEmpty() ? "" : ",") + "\"apiKey\":\"" + key + "\",\"timestamp\":" + now
                + ",\"signature\":\"" + hmac(payload.toString()) + "\"}}";
    }

    String hmac(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Socket open(String pathAndQuery) {
        Socket socket = new Socket();
        socket.webSocket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://localhost:" + port + pathAndQuery), socket)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return socket;
    }

    static JsonValue json(HttpResponse<String> response) {
        return JsonReader.read(response.body());
    }

    /** A member deep in a value, by names and indexes with dots between; its scalar text. */
    static String at(JsonValue value, String path) {
        JsonValue found = value;
        for (String step : path.split("\\.")) {
            if (found instanceof JsonArray array) {
                found = array.items().get(Integer.parseInt(step));
            } else if (found instanceof JsonObject object) {
                found = object.get(step);
            }
        }
        return found == null ? null : found.scalar();
    }

    /** One WebSocket; frames wait in a queue. */
    static final class Socket implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder parts = new StringBuilder();
        private volatile CompletableFuture<Void> pong = new CompletableFuture<>();
        WebSocket webSocket;

        void send(String text) {
            webSocket.sendText(text, true).join();
        }

        /** The next frame that fits; others are dropped. */
        JsonValue await(String what, Predicate<JsonValue> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                String frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (frame != null && wanted.test(JsonReader.read(frame))) {
                    return JsonReader.read(frame);
                }
            }
            throw new AssertionError("no frame within " + PATIENCE + ": " + what);
        }

        /** The next frame as it came, also one that is no JSON. */
        String awaitRaw() throws InterruptedException {
            String frame = frames.poll(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within " + PATIENCE);
            }
            return frame;
        }

        /** Whether no frame waits. */
        boolean isQuiet() {
            return frames.isEmpty();
        }

        /** Pings, and gives what happens when the pong comes. */
        CompletableFuture<Void> ping() {
            pong = new CompletableFuture<>();
            webSocket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
            return pong;
        }

        /**
         * Waits until the connection is closed, and gives the code; 1006 where it was cut. The JDK's client does not always tell of an end that
         * comes right behind many frames, but then it cannot send either.
         */
        String awaitClose() throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                String frame = frames.poll(PROBE.toMillis(), TimeUnit.MILLISECONDS);
                String code = frame == null ? null : at(JsonReader.read(frame), "closed");
                if (code != null) {
                    return code;
                }
                if (frame == null && !canSend()) {
                    return "1006";
                }
            }
            throw new AssertionError("not closed within " + PATIENCE);
        }

        private boolean canSend() throws InterruptedException {
            try {
                webSocket.sendPing(ByteBuffer.allocate(1)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                return true;
            } catch (ExecutionException e) {
                return false;
            } catch (TimeoutException e) {
                throw new AssertionError("ping neither sent nor refused within " + PATIENCE, e);
            }
        }

        @Override
        public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            pong.complete(null);
            socket.request(1);
            return null;
        }

        /** The answer to a request id. */
        JsonValue answer(String id) throws InterruptedException {
            return await("answer to " + id, frame -> id.equals(at(frame, "id")));
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                frames.add(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            frames.add("{\"closed\":" + code + "}");
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            frames.add("{\"closed\":1006}");
        }
    }
}
