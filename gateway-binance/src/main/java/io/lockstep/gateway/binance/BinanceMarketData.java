package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.gateway.binance.marketdata.session.MarketDataFeed;
import io.lockstep.gateway.binance.reference.BinanceReference;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.Transport;
import io.lockstep.transport.net.TransportClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/** Market and reference data of one product without any account: needs no key and takes no order. */
public final class BinanceMarketData implements VenueGateway {
    private final Product product;
    private final BinanceSettings settings;
    private final List<InstrumentRequest> requests;
    private final BinanceReference reference;
    private final MarketDataFeed.Context context;
    private @Nullable MarketDataFeed feed;

    /**
     * Makes a gateway that has asked nothing yet.
     *
     * @param requests instruments of this product
     * @param transport makes the connections; shared with others, not closed here
     * @param clock our time, UTC
     */
    public BinanceMarketData(
            Product product,
            BinanceSettings settings,
            List<InstrumentRequest> requests,
            Transport transport,
            EpochNanoClock clock) {
        this.product = product;
        this.settings = settings;
        this.requests = List.copyOf(requests);
        TransportClock networkClock = new TransportClock(System::nanoTime, clock::nanoTime);
        context = MarketDataFeed.Context.of(transport, networkClock, product, settings.marketData(), null);
        reference = new BinanceReference(
                product,
                settings.reference(),
                null,
                new BinanceReference.Context(transport, networkClock, settings.restEndpoint(), context.weights()));
    }

    @Override
    public List<Instrument> loadInstruments() {
        return reference.load(requests);
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        reference.start(publisher);
        MarketDataFeed begun = MarketDataFeed.open(product, settings.marketData(), requests, publisher, context);
        feed = begun;
        begun.start();
    }

    /** @throws IllegalStateException always: there is no account to trade on */
    @Override
    public void send(OrderCommandDecoder command) {
        throw new IllegalStateException("market data takes no orders: product=" + product);
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>(reference.counters());
        MarketDataFeed begun = feed;
        if (begun != null) {
            counters.putAll(begun.counters());
        }
        return counters;
    }

    @Override
    public void close() {
        MarketDataFeed begun = feed;
        if (begun != null) {
            begun.close();
        }
        reference.close();
    }
}
