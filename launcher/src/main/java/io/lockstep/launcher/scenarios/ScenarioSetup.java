package io.lockstep.launcher.scenarios;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.scenarios.judge.ScenarioLimits;
import io.lockstep.launcher.scenarios.judge.TradedPair;
import io.lockstep.simulator.binance.BinanceSimulatorSettings;
import io.lockstep.simulator.binance.BinanceSymbol;
import io.lockstep.simulator.server.VenueServerSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The configuration of a scenario's session: everything that waits waits as short as the rules allow.
 *
 * @param venue where it trades
 * @param port where that is served
 * @param latches folder for the kill latch
 * @param strict whether lost answers and failed requests halt trading, as they do by default
 */
record ScenarioSetup(LoopbackVenue venue, int port, String latches, boolean strict) {
    private static final String BASE = "ETH";
    private static final String QUOTE = "USDT";
    private static final int STEP_MS = 100;

    static final ScenarioLimits LIMITS = new ScenarioLimits(10_000 * FixedPoint.ONE, 10 * FixedPoint.ONE, 50);
    static final long MAX_DATA_AGE_MS = 2_000;

    private static final String TEMPLATE = """
            mode: paper
            engine: { ringSize: 256, rememberedOrders: 256, drainMs: 20000, latencySampleEvery: 0, waitMode: blocking }
            journal: { blockBytes: 65536, pretouchAheadBytes: 0 }
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
              orders: { dupWindowMs: 100 }
              outcomes: { ackTimeoutMs: 1000, recvWindowMs: 1000, clockErrorMs: 250, venueTimeoutMs: 500, marginMs: 100 }
              reconcile: { ordersMs: 500, positionsMs: 500, cashMs: 500, tries: 5 }
            TRIGGERS
            control: { latchFolder: 'LATCHES' }
            venues:
            """;

    private static final String LENIENT =
            "  triggers: { apiErrors: 0, maxUnknownPerMinute: 1000, maxRejectsPerMinute: 0, staleDataMs: 0, volPauseBps: 0 }";

    private static final String TIMES = """
                catchUp: { ordersMs: 300, fillsMs: 300, positionsMs: 300, cashMs: 300, clockMs: 1000 }
                requests: { recvWindowMs: 1000, answerDeadlineMs: 1000, rememberedOrders: 256 }
            """;

    /** Venues that trade the one symbol. */
    static VenueServerSettings venues() {
        return VenueServerSettings.of(BinanceSimulatorSettings.defaults()
                        .trading(List.of(ether("0.0001", "5")), List.of(ether("0.001", "20"))))
                .stepping(STEP_MS);
    }

    /** What a scenario at a venue trades. */
    static TradedPair pair(LoopbackVenue venue) {
        return new TradedPair(venue == LoopbackVenue.SPOT, BASE + QUOTE, BASE, QUOTE);
    }

    /** What a venue lists of an account. */
    static Set<ReconciliationKind> lists(LoopbackVenue venue) {
        return venue == LoopbackVenue.SPOT
                ? EnumSet.of(ReconciliationKind.ORDERS, ReconciliationKind.FILLS, ReconciliationKind.CASH)
                : EnumSet.of(
                        ReconciliationKind.ORDERS,
                        ReconciliationKind.FILLS,
                        ReconciliationKind.POSITIONS,
                        ReconciliationKind.CASH);
    }

    private static BinanceSymbol ether(String lot, String minNotional) {
        return new BinanceSymbol(
                BASE + QUOTE,
                BASE,
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

    /** The configuration as a text. */
    String config() {
        String text = TEMPLATE.replace("ACCOUNT\n", venue.account())
                .replace("SYMBOL", BASE + QUOTE)
                .replace("VENUE", venue.label())
                .replace("TRIGGERS\n", strict ? "" : LENIENT + "\n")
                .replace("LATCHES", latches);
        String marketData = "    marketData: { " + venue.marketDataAddresses(port) + ", snapshotLevels: 100 }\n";
        return text + venue.section(port, TIMES + marketData);
    }
}
