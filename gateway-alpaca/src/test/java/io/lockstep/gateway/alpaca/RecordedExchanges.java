package io.lockstep.gateway.alpaca;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.testing.SharedData;
import java.util.List;

/** Real exchanges with the paper API, recorded 2019 to 2022. */
public final class RecordedExchanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedExchanges() {}

    /** All of them, in the order of the file. */
    public static List<Exchange> all() {
        return SharedData.lines("data/alpaca/ccjr-alpaca-trade-api-ruby/interactions.jsonl").stream()
                .map(RecordedExchanges::read)
                .toList();
    }

    /** Those of a method whose URI ends like this and that got this status. */
    public static List<Exchange> of(String method, String uriPattern, int status) {
        return all().stream()
                .filter(e -> e.method.equals(method) && e.uri.matches(".*" + uriPattern) && e.status == status)
                .toList();
    }

    private static Exchange read(String line) {
        try {
            var node = JSON.readTree(line);
            return new Exchange(
                    node.get("method").asText(),
                    node.get("uri").asText(),
                    node.get("request_body").asText(""),
                    node.get("status").asInt(),
                    node.get("response_body").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    /** One request and its answer. */
    public record Exchange(String method, String uri, String request, int status, String response) {
        /** The answer's bytes. */
        public byte[] bytes() {
            return response.getBytes(UTF_8);
        }
    }
}
