package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.gateway.binance.reference.WeightBudget;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounter;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.reconnect.ConnectBudget;
import io.lockstep.transport.reconnect.ConnectionPolicy;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live market data of one product as engine events: opens the sockets, keeps them, keeps books whole, and says what it could not have.
 *
 * <pre>{@code
 * MarketDataFeed feed = MarketDataFeed.open(Product.SPOT, settings, requests, publisher, context);
 * feed.start();
 * ...
 * feed.close();
 * }</pre>
 *
 * <p>Needs no account. Works with any publisher: a ring, or one that writes a tape. Its events come from the network threads.
 */
public final class MarketDataFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MarketDataFeed.class);
    private static final int CONNECTS = 150;
    private static final long CONNECT_WINDOW_NS = TimeUnit.MINUTES.toNanos(5);
    private static final long CLOSE_TIMEOUT_MS = 2_000;
    private static final Map<Product, Integer> VENUE_WEIGHT = Map.of(Product.SPOT, 6_000, Product.USDM, 2_400);

    private final List<FeedLine> lines = new ArrayList<>();
    private final HttpClient rest;
    private final String prefix;

    /**
     * What a feed runs on.
     *
     * @param transport network threads, shared with other connections
     * @param clock their clocks
     * @param weights request weight shared with others who ask the same venue
     * @param connects connection attempts shared in the same way
     * @param apiKey an Ed25519 key for binary streams; not needed otherwise
     */
    public record Context(
            Transport transport,
            TransportClock clock,
            WeightBudget weights,
            ConnectBudget connects,
            @Nullable ApiKey apiKey) {

        /** A context of this feed's own. */
        public static Context of(
                Transport transport,
                TransportClock clock,
                Product product,
                BinanceMarketDataSettings settings,
                @Nullable ApiKey apiKey) {
            int venueWeight = VENUE_WEIGHT.getOrDefault(product, settings.weightPerMinute());
            WeightBudget weights = new WeightBudget(Math.min(settings.weightPerMinute(), venueWeight), venueWeight);
            return new Context(transport, clock, weights, new ConnectBudget(CONNECTS, CONNECT_WINDOW_NS), apiKey);
        }
    }

    private MarketDataFeed(Product product, HttpClient rest) {
        this.prefix = product.name().toLowerCase(Locale.ROOT) + ".marketdata.";
        this.rest = rest;
    }

    /**
     * Makes a feed that is not started.
     *
     * @param requests instruments of this product
     * @throws IllegalArgumentException if the settings want what the product does not have, or nothing at all
     */
    public static MarketDataFeed open(
            Product product,
            BinanceMarketDataSettings settings,
            List<InstrumentRequest> requests,
            EventPublisher publisher,
            Context context) {
        List<SocketPlan> plans = StreamPlan.of(product, settings, requests);
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("no stream is wanted: product=" + product + ", instruments="
                    + requests.stream().map(InstrumentRequest::symbol).toList());
        }
        HttpClient rest =
                context.transport().http(settings.restOf(product), HttpSettings.DEFAULT, new TransportCounters());
        EventPublisher sink = settings.conflation() ? publisher : new WaitingPublisher(publisher);
        FeedParts parts = new FeedParts(
                product,
                settings,
                List.copyOf(requests),
                SymbolTable.ofRequests(requests),
                sink,
                rest,
                context.weights(),
                context.clock());
        MarketDataFeed feed = new MarketDataFeed(product, rest);
        feed.addLines(plans, parts, context);
        return feed;
    }

    /** Begins to connect. Returns at once; {@code ConnectionStatus} events tell how it goes. */
    public void start() {
        lines.forEach(FeedLine::start);
    }

    /** Sockets the streams are spread over. */
    public int sockets() {
        return lines.size();
    }

    /** What was counted, by name, summed over all sockets. Any thread. */
    public Map<String, Long> counters() {
        Map<String, Long> sums = new TreeMap<>();
        for (FeedLine line : lines) {
            line.tally().addTo(sums, prefix);
            for (TransportCounter counter : TransportCounter.values()) {
                String name = prefix + "transport." + counter.name().toLowerCase(Locale.ROOT);
                sums.merge(name, line.connection().counters().get(counter), Long::sum);
            }
        }
        return sums;
    }

    /** Ends every connection; nothing is published after it returns. Waits up to two seconds. */
    @Override
    public void close() {
        CompletableFuture<?>[] ends = lines.stream().map(FeedLine::close).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Market data did not end in time: lines={}", lines.size(), e);
        }
        rest.close();
    }

    private void addLines(List<SocketPlan> plans, FeedParts parts, Context context) {
        FeedStatus status = new FeedStatus(parts.product().venue(), parts.publisher(), plans.size());
        BinanceMarketDataSettings settings = parts.settings();
        ConnectionPolicy policy =
                ConnectionPolicy.DEFAULT.withPlannedLife(TimeUnit.MINUTES.toNanos(settings.socketLifeMinutes()));
        for (SocketPlan plan : plans) {
            UpgradeRequest target = target(plan, parts, context.apiKey());
            lines.add(new FeedLine(
                    parts,
                    plan,
                    lines.size(),
                    status,
                    listener -> context.transport().managed(() -> target, listener, policy, context.connects())));
        }
    }

    private static UpgradeRequest target(SocketPlan plan, FeedParts parts, @Nullable ApiKey apiKey) {
        Endpoint base = parts.settings().streamsOf(parts.product());
        String prefix = base.path().equals("/") ? "" : base.path();
        UpgradeRequest request = UpgradeRequest.to(base.withPath(prefix + plan.path()));
        if (!parts.settings().isBinary(parts.product())) {
            return request;
        }
        if (apiKey == null) {
            throw new IllegalArgumentException("binary streams need an API key: product=" + parts.product());
        }
        return request.withHeader("X-MBX-APIKEY", apiKey.id());
    }
}
