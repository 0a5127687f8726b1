package io.lockstep.simulator.venue;

import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.wire.WireFace;
import java.util.List;
import java.util.Map;

/**
 * One simulated venue as the server sees it. The server feeds its market, lets time pass in it, puts it behind a port and asks for
 * faults. Event loop only, but for the construction.
 */
public interface VenueFace {
    /** Name in commands and scenarios, as {@code binance-spot}. */
    String name();

    /** What it offers on its port. */
    WireFace wire();

    /** What it trades, in the order of instrument ids, from 0. */
    List<Listing> listings();

    /** Takes its public market, from a tape or made up. Times are those of {@link VenueClock#nowNs}. */
    MarketSink market();

    /** Lets everything happen that is due; called every 10 ms, after the market was fed. */
    void tick();

    /** Messages sent on public market streams, by stream, each once for every client; empty where the venue counts none. */
    Map<String, Long> sent();

    /** The faults that are the venue's own. */
    VenueFaults faults();
}
