package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.transport.Transport;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one product says about itself: the instruments asked for with their filters, fees and margin steps, and its clock; first as a
 * blocking load, then watched.
 *
 * <pre>{@code
 * BinanceReference reference = new BinanceReference(product, settings, access, context);
 * List<Instrument> instruments = reference.load(requests);
 * reference.start(publisher);         // clock samples, changed filters and statuses become events
 * }</pre>
 */
public final class BinanceReference implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BinanceReference.class);
    private static final int FIRST_CLOCK_SAMPLES = 3;
    private static final long TIMEOUT_S = 15;
    private static final long RETRY_MS = 1_000;

    private final Product product;
    private final ReferenceSettings settings;
    private final @Nullable PrivateAccess access;
    private final HttpClient rest;
    private final ReferenceClient client;
    private final TransportClock clock;
    private final ScheduledExecutorService timer;
    private final RulesWatch rules = new RulesWatch();
    private final List<ScheduledFuture<?>> tasks = new ArrayList<>();
    private final AtomicLong rereads = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong changes = new AtomicLong();
    private final AtomicLong clockSamples = new AtomicLong();
    private final AtomicLong clockSamplesDropped = new AtomicLong();
    private volatile long clockOffsetNs;
    private volatile boolean clockTradable;
    private volatile boolean closed;
    private Map<String, LeverageBrackets> brackets = Map.of();
    private List<String> symbols = List.of();
    private List<RateLimit> rateLimits = List.of();

    /**
     * What reference data is asked through.
     *
     * @param transport network threads, shared
     * @param clock their clocks
     * @param rest the product's REST address
     * @param weights request weight, shared with others who ask the same venue
     */
    public record Context(Transport transport, TransportClock clock, Endpoint rest, WeightBudget weights) {}

    /**
     * Makes a reference that has asked nothing yet.
     *
     * @param access the account whose fees and margin steps count; without one, the settings' fees do
     */
    public BinanceReference(
            Product product, ReferenceSettings settings, @Nullable PrivateAccess access, Context context) {
        this.product = product;
        this.settings = settings;
        this.access = access;
        this.clock = context.clock();
        this.rest = context.transport().http(context.rest(), HttpSettings.DEFAULT, new TransportCounters());
        this.client = new ReferenceClient(product, rest, context.weights(), clock);
        this.timer = context.transport().io().next();
    }

    /**
     * Loads the instruments, in the order of the requests. Blocks; call once, from a thread that is not of the network.
     *
     * @throws VenueException if the venue does not answer, refuses, does not know one of them, or knows it as something else
     */
    public List<Instrument> load(List<InstrumentRequest> requests) {
        symbols = requests.stream().map(InstrumentRequest::symbol).toList();
        for (int i = 0; i < FIRST_CLOCK_SAMPLES; i++) {
            onClock(await(client.readClock()), null);
        }
        ExchangeInfo info = await(client.readRules(symbols));
        rateLimits = info.rateLimits();
        if (access != null && product == Product.USDM) {
            brackets = LeverageBrackets.parse(await(client.readBrackets(access)));
        }
        return requests.stream().map(request -> instrument(info, request)).toList();
    }

    /** Begins to watch clock, filters and statuses. What is not trading now is told first. */
    public void start(EventPublisher publisher) {
        long sampleMs = TimeUnit.SECONDS.toMillis(settings.clockSampleSeconds());
        long rereadMs = TimeUnit.SECONDS.toMillis(settings.rereadSeconds());
        schedule(() -> sampleClock(publisher), 0, sampleMs);
        schedule(() -> reread(publisher), rereadMs, rereadMs);
        schedule(() -> tellChanges(publisher), 0, RETRY_MS);
    }

    /** The rules of an instrument as loaded or read last; after {@link #load}, on any thread. */
    public SymbolRules rules(int instrumentId) {
        synchronized (rules) {
            return rules.rules(instrumentId);
        }
    }

    /** The venue's limits of requests and orders; after {@link #load}. */
    public List<RateLimit> rateLimits() {
        return rateLimits;
    }

    /** A symbol's margin steps; absent on spot and without an account. */
    public Optional<LeverageBrackets> brackets(String symbol) {
        return Optional.ofNullable(brackets.get(symbol));
    }

    /** The venue's clock less ours, nanoseconds. Any thread. */
    public long clockOffsetNs() {
        return clockOffsetNs;
    }

    /** Whether the venue's clock is known and close enough to ours for new orders. Any thread. */
    public boolean isClockTradable() {
        return clockTradable;
    }

    /** What was counted, by name. Any thread. */
    public Map<String, Long> counters() {
        String prefix = product.name().toLowerCase(Locale.ROOT) + ".reference.";
        Map<String, Long> counts = new TreeMap<>();
        counts.put(prefix + "rereads", rereads.get());
        counts.put(prefix + "failures", failures.get());
        counts.put(prefix + "changes", changes.get());
        counts.put(prefix + "clock_samples", clockSamples.get());
        counts.put(prefix + "clock_samples_dropped", clockSamplesDropped.get());
        return counts;
    }

    /** Stops watching. */
    @Override
    public void close() {
        closed = true;
        tasks.forEach(task -> task.cancel(false));
        rest.close();
    }

    private Instrument instrument(ExchangeInfo info, InstrumentRequest request) {
        SymbolRules found = info.symbol(request.symbol())
                .orElseThrow(() -> new VenueException(
                        "venue does not know the symbol: product=" + product + ", symbol=" + request.symbol(), 0));
        if (found.assetClass() != request.assetClass()) {
            throw new VenueException(
                    "symbol is something else: symbol=" + request.symbol() + ", wanted=" + request.assetClass()
                            + ", is=" + found.assetClass(),
                    0);
        }
        FeeRates fees = access == null
                ? new FeeRates(settings.makerFee(), settings.takerFee())
                : await(client.readFees(access, request.symbol()));
        Instrument instrument = found.toInstrument(request.id(), fees.maker(), fees.taker());
        synchronized (rules) {
            rules.known(instrument, found);
        }
        return instrument;
    }

    private void sampleClock(EventPublisher publisher) {
        var unused = client.readClock().whenComplete((reading, failure) -> {
            if (reading != null) {
                timer.execute(() -> onClock(reading, publisher));
            } else {
                onFailure("clock", failure);
            }
        });
    }

    private void onClock(ReferenceClient.ClockReading reading, @Nullable EventPublisher publisher) {
        clockOffsetNs = reading.offsetNs();
        clockTradable = reading.tradable();
        clockSamples.incrementAndGet();
        EngineEvent event = publisher == null || closed ? null : publisher.tryClaim();
        if (publisher != null && event != null) {
            ReferenceEvents.clock(event, product.venue(), reading.offsetNs(), reading.roundTripNs(), clock.wallNs());
            publisher.publish(event);
        } else if (publisher != null) {
            clockSamplesDropped.incrementAndGet();
        }
    }

    private void reread(EventPublisher publisher) {
        var unused = client.readRules(symbols).whenComplete((info, failure) -> {
            if (info != null) {
                timer.execute(() -> onRules(info, publisher));
            } else {
                onFailure("rules", failure);
            }
        });
    }

    private void onRules(ExchangeInfo info, EventPublisher publisher) {
        rereads.incrementAndGet();
        synchronized (rules) {
            rules.update(info);
        }
        tellChanges(publisher);
    }

    private void tellChanges(EventPublisher publisher) {
        if (!closed) {
            synchronized (rules) {
                rules.publish(publisher, clock.wallNs());
                changes.set(rules.changes());
            }
        }
    }

    private void onFailure(String what, @Nullable Throwable failure) {
        failures.incrementAndGet();
        LOG.warn("Reference data not read: product={}, what={}, cause={}", product, what, String.valueOf(failure));
    }

    private void schedule(Runnable task, long delayMs, long everyMs) {
        tasks.add(timer.scheduleWithFixedDelay(task, delayMs, everyMs, TimeUnit.MILLISECONDS));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(TIMEOUT_S, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof VenueException refused) {
                throw refused;
            }
            throw new VenueException("reference data not read", e);
        }
    }
}
