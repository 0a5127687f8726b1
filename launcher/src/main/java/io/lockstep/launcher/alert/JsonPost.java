package io.lockstep.launcher.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * Posts JSON and reads a JSON or text answer. An address may hold a secret, so no message holds an address. TLS with the platform's
 * certificates and host check; follows no redirect. One thread.
 */
final class JsonPost {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ANSWER = 1 << 20;

    private final HttpClient client;
    private final Duration timeout;

    JsonPost(Duration timeout) {
        this.timeout = timeout;
        client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Posts.
     *
     * @param patience how long the answer may take beyond the usual time-out
     * @return the answer, a text node where it is no JSON
     * @throws IOException if the answer is not 2xx or does not come
     */
    JsonNode post(String address, Map<String, ?> body, Duration patience) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address(address))
                .timeout(timeout.plus(patience))
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException("service refused: status=" + response.statusCode());
        }
        String text = response.body();
        if (text.length() > LONGEST_ANSWER) {
            throw new IOException("answer is too long: characters=" + text.length());
        }
        return text.startsWith("{")
                ? JSON.readTree(text)
                : JSON.getNodeFactory().textNode(text);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException e) {
            // its message may hold the address
            throw new IOException("service cannot be reached: " + e.getClass().getSimpleName());
        }
    }

    private static URI address(String address) throws IOException {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IOException("address is none");
        }
    }
}
