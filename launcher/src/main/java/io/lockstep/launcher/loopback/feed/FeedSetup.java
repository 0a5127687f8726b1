package io.lockstep.launcher.loopback.feed;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.binance.BinanceSymbol;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Venues that trade what tapes hold, and a configuration that receives all of it.
 *
 * @param instruments what is played at each venue
 */
record FeedSetup(Map<LoopbackVenue, List<Instrument>> instruments) {
    /** @throws IllegalArgumentException if an instrument was recorded anywhere but at Binance */
    static FeedSetup of(List<Instrument> recorded) {
        Map<LoopbackVenue, Map<String, Instrument>> sorted = new EnumMap<>(LoopbackVenue.class);
        for (Instrument instrument : recorded) {
            sorted.computeIfAbsent(venue(instrument), venue -> new LinkedHashMap<>())
                    .put(instrument.symbol(), instrument);
        }
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("no instrument is on the tapes");
        }
        Map<LoopbackVenue, List<Instrument>> instruments = new EnumMap<>(LoopbackVenue.class);
        sorted.forEach((venue, bySymbol) -> instruments.put(venue, List.copyOf(bySymbol.values())));
        return new FeedSetup(instruments);
    }

    Set<LoopbackVenue> venues() {
        return instruments.keySet();
    }

    VenueServerSettings settings() {
        BinanceSimulatorSettings usual = BinanceSimulatorSettings.defaults();
        return VenueServerSettings.of(usual.trading(symbols(LoopbackVenue.SPOT), symbols(LoopbackVenue.USDM)));
    }

    /** A configuration that connects to a server's ports. */
    String config(VenueServer server) {
        // a venue that plays fifty seconds in one writes thousands of frames at a time
        StringBuilder text = new StringBuilder("mode: paper\nengine: { ringSize: 32768 }\naccounts:\n");
        venues().forEach(venue -> text.append(venue.account()));
        text.append("instruments:\n");
        instruments.forEach((venue, each) -> each.forEach(instrument -> text.append("  - { symbol: ")
                .append(instrument.symbol())
                .append(", venue: ")
                .append(venue.label())
                .append(", timeframes: [1m] }\n")));
        text.append("strategies:\n");
        instruments.forEach((venue, each) -> text.append("  - { name: ")
                .append(venue.label())
                .append(", type: " + Onlooker.TYPE + ", account: ")
                .append(venue.label())
                .append(", instruments: ")
                .append(each.stream()
                        .map(instrument -> "'" + venue.label() + ":" + instrument.symbol() + "'")
                        .toList())
                .append(" }\n"));
        text.append("risk:\n  instruments:\n");
        instruments.values().stream()
                .flatMap(List::stream)
                .map(Instrument::symbol)
                .distinct()
                .forEach(symbol -> text.append("    - { symbol: ")
                        .append(symbol)
                        .append(", maxOrderQuantity: 1, maxOrderNotional: 1, maxLong: 1, maxShort: 0 }\n"));
        text.append("venues:\n");
        for (LoopbackVenue venue : venues()) {
            int port = server.port(venue.label());
            String streams = "streams: { liquidations: " + (venue == LoopbackVenue.USDM) + " }";
            // what was not recorded stays silent for ever
            String liveness = "liveness: { quotesMs: 0, tradesMs: 0, bookMs: 0, barsMs: 0, markPriceMs: 0 }";
            text.append(venue.section(
                    port,
                    "    marketData: { " + venue.marketDataAddresses(port) + ", " + streams + ", " + liveness
                            + " }\n"));
        }
        return text.toString();
    }

    private List<BinanceSymbol> symbols(LoopbackVenue venue) {
        return instruments.getOrDefault(venue, List.of()).stream()
                .map(FeedSetup::symbol)
                .collect(Collectors.toList());
    }

    private static BinanceSymbol symbol(Instrument recorded) {
        return new BinanceSymbol(
                recorded.symbol(),
                recorded.baseAsset(),
                recorded.quoteAsset(),
                recorded.tickSize(),
                recorded.lotSize(),
                recorded.maxQuantity(),
                recorded.maxQuantity(),
                recorded.minNotional(),
                recorded.makerFee(),
                recorded.takerFee(),
                Math.max(recorded.tickSize(), 100 * FixedPoint.ONE));
    }

    private static LoopbackVenue venue(Instrument recorded) {
        return Arrays.stream(LoopbackVenue.values())
                .filter(venue -> venue != LoopbackVenue.ALPACA && venue.venue() == recorded.venue())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("was recorded neither at Binance Spot nor at USDⓈ-M: symbol="
                                + recorded.symbol() + ", venue=" + recorded.venue()));
    }
}
