package io.lockstep.gateway.binance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.port.VenueException;
import io.lockstep.transport.http.HttpAnswer;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import io.lockstep.transport.net.TransportClock;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests for reference data. A future fails with {@link VenueException} if there is no weight, no answer, or a refusal; the
 * message names the request and the venue's words.
 *
 * <p>Binance Spot API, "Market Data" and "Account"; USDⓈ-M Futures, "Market Data" and "Account"; read 2026-11.
 */
final class ReferenceClient {
    private static final long RECEIVE_WINDOW_MS = 5_000;
    private static final int LONGEST_DETAIL = 200;

    private final Product product;
    private final HttpClient rest;
    private final WeightBudget weights;
    private final TransportClock clock;
    private final ServerClock serverClock = new ServerClock();

    ReferenceClient(Product product, HttpClient rest, WeightBudget weights, TransportClock clock) {
        this.product = product;
        this.rest = rest;
        this.weights = weights;
        this.clock = clock;
    }

    /** One look at the venue's clock. */
    record ClockReading(long offsetNs, long roundTripNs, boolean tradable) {}

    /** Reads the venue's clock. */
    CompletableFuture<ClockReading> readClock() {
        long sentNs = clock.wallNs();
        return get(path("/api/v3/time", "/fapi/v1/time"), 1, "")
                .thenApply(reply ->
                        reading(sentNs, reply.receivedNs(), reply.body().number("serverTime")));
    }

    /** Reads rules of symbols; futures always answer for all. */
    CompletableFuture<ExchangeInfo> readRules(List<String> symbols) {
        String query = symbols.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        String path = path("/api/v3/exchangeInfo?symbols=" + URLEncoder.encode(query, UTF_8), "/fapi/v1/exchangeInfo");
        return get(path, product == Product.SPOT ? 20 : 1, "")
                .thenApply(reply -> ExchangeInfoParser.parse(product, reply.body()));
    }

    /** Reads what an account pays on a symbol. */
    CompletableFuture<FeeRates> readFees(PrivateAccess access, String symbol) {
        String path = path("/api/v3/account/commission", "/fapi/v1/commissionRate");
        String query = "symbol=" + URLEncoder.encode(symbol, UTF_8);
        return get(signed(access, path, query), 20, access.keyId())
                .thenApply(reply ->
                        product == Product.SPOT ? FeeRates.ofSpot(reply.body()) : FeeRates.ofUsdm(reply.body()));
    }

    /** Reads an account's margin steps; futures only. */
    CompletableFuture<JsonValue> readBrackets(PrivateAccess access) {
        return get(signed(access, "/fapi/v1/leverageBracket", ""), 1, access.keyId())
                .thenApply(Reply::body);
    }

    private record Reply(JsonValue body, long receivedNs) {}

    private CompletableFuture<Reply> get(String path, int weight, String keyId) {
        long sentNs = clock.wallNs();
        if (!weights.tryTake(weight, sentNs)) {
            return CompletableFuture.failedFuture(
                    new VenueException("no request weight left in this minute: path=" + withoutQuery(path), 0));
        }
        HttpCall call = HttpCall.of("GET", path);
        HttpCall keyed = keyId.isEmpty() ? call : call.withHeader("X-MBX-APIKEY", keyId);
        return rest.send(keyed).thenApply(outcome -> {
            HttpAnswer answer = outcome instanceof HttpOutcome.Answered answered ? answered.answer() : null;
            return reply(withoutQuery(path), answer, String.valueOf(outcome), sentNs);
        });
    }

    private Reply reply(String path, @Nullable HttpAnswer answer, String outcome, long sentNs) {
        if (answer == null) {
            throw new VenueException("no answer: path=" + path + ", outcome=" + outcome, 0);
        }
        weights.learn(answer, sentNs, clock.wallNs());
        if (!answer.isSuccess()) {
            String text = answer.bodyText();
            String detail = text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
            throw new VenueException("refused: path=" + path + ", answer=" + detail, answer.status());
        }
        try {
            return new Reply(JsonValue.parse(answer.bodyText()), answer.receivedNs());
        } catch (JsonFormatException e) {
            throw new VenueException("answer is not readable: path=" + path, e);
        }
    }

    private synchronized ClockReading reading(long sentNs, long receivedNs, long serverTimeMs) {
        serverClock.addSample(sentNs, Math.max(sentNs, receivedNs), serverTimeMs);
        return new ClockReading(serverClock.offsetNs(), 2 * serverClock.uncertaintyNs(), serverClock.isTradable());
    }

    private synchronized long timestampMs() {
        return serverClock.timestampMs(clock.wallNs());
    }

    private String signed(PrivateAccess access, String path, String query) {
        String text = (query.isEmpty() ? "" : query + '&') + "recvWindow=" + RECEIVE_WINDOW_MS + "&timestamp="
                + timestampMs();
        String signature = URLEncoder.encode(access.signer().apply(text), UTF_8);
        return path + '?' + text + "&signature=" + signature;
    }

    private String path(String spot, String usdm) {
        return product == Product.SPOT ? spot : usdm;
    }

    private static String withoutQuery(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
