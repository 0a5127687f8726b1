package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.binance.BinanceSymbol;
import io.lockstep.simulator.server.VenueServerSettings;
import java.util.List;

/**
 * The configuration of a scenario's session: everything that waits waits as short as the rules allow.
 *
 * @param venue where it trades
 * @param port where that is served
 * @param latches folder for the kill latch
 * @param strict whether lost answers and failed requests halt trading, as they do by default
 */
record ScenarioSetup(LoopbackVenue venue, int port, String latches, boolean strict) {
    static final String QUOTE = "USDT";
    static final ScenarioLimits LIMITS = new ScenarioLimits(10_000 * FixedPoint.ONE, 10 * FixedPoint.ONE);
    static final long MAX_DATA_AGE_MS = 2_000;

    private static final String TEMPLATE = """
            mode: paper
            engine: { ringSize: 1024, drainMs: 8000, latencySampleEvery: 0, waitMode: blocking }
            journal: { blockBytes: 262144, pretouchAheadBytes: 0 }
            accounts:
            ACCOUNT
            instruments:
              - { symbol: SYMBOL, venue: VENUE, timeframes: [1s] }
            strategies:
              - { name: trader, type: scenario, account: VENUE, instruments: ['VENUE:SYMBOL'] }
            risk:
              instruments:
                - { symbol: SYMBOL, maxOrderQuantity: 10, maxOrderNotional: 10000, maxLong: 10, maxShort: 0 }
              collarBps: 500
              maxOpenOrders: 5
              maxNewPerSecond: 50
              maxNewPerMinute: 1000
              maxDataAgeMs: 2000
              outcomes: { ackTimeoutMs: 1000, recvWindowMs: 1000, clockErrorMs: 250, venueTimeoutMs: 1000, marginMs: 250 }
              reconcile: { ordersMs: 500, positionsMs: 500, cashMs: 500, tries: 5 }
            TRIGGERS
            control: { latchFolder: 'LATCHES' }
            venues:
            """;

    private static final String LENIENT =
            "  triggers: { apiErrors: 0, maxUnknownPerMinute: 1000, maxRejectsPerMinute: 0, staleDataMs: 0, volPauseBps: 0 }";

    private static final String TIMES = """
                catchUp: { ordersMs: 500, fillsMs: 500, positionsMs: 500, cashMs: 500, clockMs: 1000 }
                requests: { recvWindowMs: 1000, answerDeadlineMs: 1000 }
            """;

    /** Venues that trade the one symbol. */
    static VenueServerSettings venues() {
        return VenueServerSettings.of(BinanceSimulatorSettings.defaults()
                .trading(List.of(ether("0.0001", "5")), List.of(ether("0.001", "20"))));
    }

    private static BinanceSymbol ether(String lot, String minNotional) {
        return new BinanceSymbol(
                baseAsset(LoopbackVenue.SPOT) + QUOTE,
                baseAsset(LoopbackVenue.SPOT),
                QUOTE,
                FixedPoint.parse("0.01"),
                FixedPoint.parse(lot),
                FixedPoint.parse("9000"),
                FixedPoint.parse("1000"),
                FixedPoint.parse(minNotional),
                FixedPoint.parse("0.001"),
                FixedPoint.parse("0.001"),
                FixedPoint.parse("2650.25"));
    }

    static String symbol(LoopbackVenue venue) {
        return venue == LoopbackVenue.ALPACA ? "F" : baseAsset(venue) + QUOTE;
    }

    static String baseAsset(LoopbackVenue venue) {
        return venue == LoopbackVenue.ALPACA ? "F" : "ETH";
    }

    /** The configuration as a text. */
    String config() {
        String text = TEMPLATE.replace("ACCOUNT\n", venue.account())
                .replace("SYMBOL", symbol(venue))
                .replace("VENUE", venue.label())
                .replace("TRIGGERS\n", strict ? "" : LENIENT + "\n")
                .replace("LATCHES", latches);
        String marketData = "    marketData: { " + venue.marketDataAddresses(port) + " }\n";
        return text + venue.section(port, TIMES + marketData);
    }
}
