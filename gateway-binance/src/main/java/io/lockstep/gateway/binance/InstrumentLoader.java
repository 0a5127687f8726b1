package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.reference.ExchangeInfo;
import io.lockstep.gateway.binance.reference.ExchangeInfo.RateLimit;
import io.lockstep.gateway.binance.reference.ExchangeInfoParser;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.Transport;
import io.lockstep.transport.http.HttpCall;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpOutcome;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.json.JsonValue;
import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportCounters;
import java.util.List;

/** Reads the instruments of a session, once, before it starts. */
final class InstrumentLoader {
    private final Product product;
    private final Transport transport;
    private final Endpoint rest;
    private List<RateLimit> rateLimits = List.of();

    InstrumentLoader(Product product, Transport transport, Endpoint rest) {
        this.product = product;
        this.transport = transport;
        this.rest = rest;
    }

    /** The venue's limits as read with the instruments; empty before. */
    List<RateLimit> rateLimits() {
        return rateLimits;
    }

    List<Instrument> load(List<InstrumentRequest> requests) {
        String path = product == Product.SPOT ? "/api/v3/exchangeInfo" : "/fapi/v1/exchangeInfo";
        try (HttpClient http = transport.http(rest, HttpSettings.DEFAULT, new TransportCounters())) {
            HttpOutcome outcome = http.send(HttpCall.of("GET", path)).join();
            if (!(outcome instanceof HttpOutcome.Answered answered) || !answered.answer().isSuccess()) {
                throw new VenueException("exchange information cannot be had: " + outcome, 0);
            }
            ExchangeInfo info = ExchangeInfoParser.parse(
                    product, JsonValue.parse(answered.answer().bodyText()));
            rateLimits = info.rateLimits();
            return requests.stream().map(request -> instrument(info, request)).toList();
        }
    }

    private static Instrument instrument(ExchangeInfo info, InstrumentRequest request) {
        return info.symbol(request.symbol())
                .orElseThrow(() -> new VenueException("no such symbol: " + request.symbol(), 0))
                .toInstrument(request.id(), 100_000, 100_000);
    }
}
