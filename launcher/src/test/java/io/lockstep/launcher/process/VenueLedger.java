package io.lockstep.launcher.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a venue has in its own books about the test's account, asked over REST with nothing of the program's: it judges the program. (Binance Spot
 * API, "All orders" and "Account trade list"; Binance USDⓈ-M API, the same.)
 */
final class VenueLedger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PAGE = 1_000;

    private final ServedVenue venue;
    private final int port;

    VenueLedger(ServedVenue venue, int port) {
        this.venue = venue;
        this.port = port;
    }

    /**
     * An order.
     *
     * @param id the venue's id
     * @param clientOrderId the id it was sent with
     * @param status the venue's word
     * @param timeMs when it came in, UTC, ms
     * @param updateMs when it last changed, UTC, ms
     */
    record Entry(long id, String clientOrderId, String status, long timeMs, long updateMs) {}

    ServedVenue venue() {
        return venue;
    }

    /** Every order there ever was, oldest first. */
    List<Entry> orders() {
        List<Entry> orders = new ArrayList<>();
        long from = 1;
        while (true) {
            JsonNode page = ask("allOrders", "&limit=" + PAGE + "&orderId=" + from);
            for (JsonNode each : page) {
                orders.add(new Entry(
                        each.get("orderId").asLong(),
                        each.get("clientOrderId").asText(),
                        each.get("status").asText(),
                        each.get("time").asLong(),
                        each.get("updateTime").asLong()));
            }
            if (page.size() < PAGE) {
                return orders;
            }
            from = orders.get(orders.size() - 1).id() + 1;
        }
    }

    /** Ids of every trade there ever was. */
    Set<Long> trades() {
        Set<Long> trades = new TreeSet<>();
        for (JsonNode each : ask(venue.trades(), "&limit=" + PAGE + "&fromId=0")) {
            trades.add(each.get("id").asLong());
        }
        return trades;
    }

    /** Number of orders open now. */
    int openOrders() {
        return ask("openOrders", "").size();
    }

    private JsonNode ask(String what, String more) {
        String query = "symbol=" + venue.symbol() + more + "&timestamp=" + System.currentTimeMillis();
        URI uri = URI.create(
                "http://127.0.0.1:" + port + venue.path() + what + "?" + query + "&signature=" + signature(query));
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("X-MBX-APIKEY", "test-key").build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the venue does not show its books: " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String signature(String query) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("test-secret".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
