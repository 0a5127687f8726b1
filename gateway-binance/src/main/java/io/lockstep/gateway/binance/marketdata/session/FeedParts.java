package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.gateway.binance.reference.WeightBudget;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.net.TransportClock;
import java.util.List;

/**
 * What the lines of a feed share.
 *
 * @param product which venue
 * @param settings what is wanted
 * @param requests the instruments
 * @param symbols the same by symbol
 * @param publisher where events go
 * @param rest where snapshots come from
 * @param weights what snapshots may weigh
 * @param clock the clocks of the connections
 */
record FeedParts(
        Product product,
        BinanceMarketDataSettings settings,
        List<InstrumentRequest> requests,
        SymbolTable symbols,
        EventPublisher publisher,
        HttpClient rest,
        WeightBudget weights,
        TransportClock clock) {

    /** The symbol of an instrument. */
    String symbol(int instrumentId) {
        return requests.stream()
                .filter(request -> request.id() == instrumentId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such instrument: id=" + instrumentId))
                .symbol();
    }

    /** Instrument ids are below this. */
    int idLimit() {
        return 1 + requests.stream().mapToInt(InstrumentRequest::id).max().orElse(0);
    }
}
