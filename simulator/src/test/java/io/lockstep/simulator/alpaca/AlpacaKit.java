package io.lockstep.simulator.alpaca;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import java.time.Duration;
import java.util.List;

/**
 * A venue on a manual clock. It stands on a Tuesday, an hour after the open; its market steps once a minute, and in between says only
 * what a test has it say.
 */
final class AlpacaKit implements AutoCloseable {
    static final String MORNING = "2026-03-10T14:30:00Z";

    final ManualClock clock;
    final AlpacaSimulator simulator;
    final AlpacaClient client;

    AlpacaKit() {
        this(MORNING, settings(0, FillModel.ANY_SIZE));
    }

    AlpacaKit(String start, AlpacaSimulatorSettings settings) {
        clock = new ManualClock(start);
        simulator = AlpacaSimulator.listen(settings, clock, 0);
        client = new AlpacaClient(simulator.port());
    }

    /** The synthetic market steps once a minute, so that between two steps the test alone moves prices. */
    static AlpacaSimulatorSettings settings(int partialPercent, FillModel model) {
        return settings(
                new AlpacaPaperSettings(model, partialPercent, 5, 1_000, 10, false, true),
                AlpacaStreamSettings.defaults());
    }

    static AlpacaSimulatorSettings settings(AlpacaStreamSettings streams) {
        return settings(new AlpacaPaperSettings(FillModel.ANY_SIZE, 0, 5, 1_000, 10, false, true), streams);
    }

    private static AlpacaSimulatorSettings settings(AlpacaPaperSettings paper, AlpacaStreamSettings streams) {
        AlpacaMarketSettings market = new AlpacaMarketSettings(1, 60_000, AlpacaMarketSettings.NOW, 1);
        return new AlpacaSimulatorSettings("test-key", "test-secret", 100_000 * FixedPoint.ONE, market, paper, streams);
    }

    /** Sets bid and ask with a size of 100 each. */
    void quote(String symbol, String bid, String ask) {
        quote(symbol, bid, ask, "100");
    }

    void quote(String symbol, String bid, String ask, String size) {
        simulator.ask(venue -> {
            Asset asset = venue.ticker().assets().find(symbol);
            Quote quote = new Quote(e8(bid), e8(size), e8(ask), e8(size), venue.nowNs());
            venue.ticker().onQuote(asset, quote);
            return quote;
        });
    }

    /** Lets somebody trade 100. */
    void print(String symbol, String price) {
        simulator.ask(venue -> {
            Asset asset = venue.ticker().assets().find(symbol);
            String exchange = asset.listing().exchangeCode();
            long id = venue.nowNs() + e8(price) % 1_000;
            Print print = new Print(id, exchange, e8(price), e8("100"), List.of("@"), true, venue.nowNs());
            venue.ticker().onPrint(asset, print);
            return print;
        });
    }

    /** Passes the time an order needs to the market. */
    void route() {
        pass(Duration.ofMillis(5));
    }

    void pass(Duration time) {
        clock.pass(time);
        simulator.step();
    }

    void moveTo(String time) {
        clock.moveTo(time);
        simulator.step();
    }

    /** Places an order that must be taken, and lets it reach the market. */
    String place(String members) throws Exception {
        AlpacaClient.Answer answer = client.order(members);
        if (answer.status() != 200) {
            throw new AssertionError("not taken: " + answer.body());
        }
        route();
        return answer.at("id");
    }

    AlpacaClient.Answer order(String id) throws Exception {
        return client.get("/v2/orders/" + id + "?nested=true");
    }

    String status(String id) throws Exception {
        return order(id).at("status");
    }

    static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
