package io.lockstep.simulator.alpaca;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.simulator.alpaca.api.ApiKey;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.KeyRing;
import io.lockstep.simulator.alpaca.api.RequestFaults;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.desk.TradingFloor;
import io.lockstep.simulator.alpaca.feed.DataHub;
import io.lockstep.simulator.alpaca.feed.DataPublisher;
import io.lockstep.simulator.alpaca.feed.HistoryEndpoints;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.AssetTable;
import io.lockstep.simulator.alpaca.market.BarFrames;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.Sessions;
import io.lockstep.simulator.alpaca.ticks.SyntheticTicks;
import io.lockstep.simulator.alpaca.ticks.TapeTicks;
import io.lockstep.simulator.alpaca.ticks.TickSource;
import io.lockstep.simulator.alpaca.trade.TradingDesk;
import io.lockstep.simulator.market.MarketSink;
import io.lockstep.simulator.venue.Listing;
import io.lockstep.simulator.venue.VenueFace;
import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.wire.WireFace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Simulated Alpaca: everything behind one port. It makes its market itself, from a tape or a seed, for its time is the tape's and its
 * sessions are the exchanges'; a server need feed it nothing. Event loop only.
 */
public final class AlpacaVenue implements VenueFace {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long PING_MS = 54_000;

    private final VenueTime time;
    private final Agenda agenda = new Agenda();
    private final Agenda clockAgenda = new Agenda();
    private final TickSource ticks;
    private final Market market;
    private final Sessions sessions;
    private final TradingDesk trading;
    private final DataHub hub;
    private final KeyRing keys = new KeyRing();
    private final RequestFaults faults = new RequestFaults();
    private final AlpacaFace face;

    /**
     * A venue that stands at its start.
     *
     * @param clock passes its time
     * @param tape where its market comes from; null makes one up
     */
    public AlpacaVenue(AlpacaSimulatorSettings settings, InstantSource clock, @Nullable RecordSource tape) {
        NyseCalendar calendar = new NyseCalendar();
        AssetTable assets = tape == null ? AssetTable.synthetic() : new AssetTable();
        TickSource fromTape = tape == null ? null : new TapeTicks(tape, assets);
        long startNs = start(settings, clock, fromTape);
        time = new VenueTime(clock, startNs, settings.market().speed());
        ticks = fromTape != null
                ? fromTape
                : new SyntheticTicks(
                        assets,
                        calendar,
                        startNs,
                        settings.market().stepMs() * NS_PER_MS,
                        settings.market().seed());
        market = new Market(assets, agenda, startNs);
        sessions = new Sessions(calendar, agenda, startNs);
        sessions.listen(new DayRoll());
        EndpointTable table = new EndpointTable();
        trading = new TradingDesk(floor(settings), habits(settings), table);
        hub = new DataHub(keys, market, limits(settings), new DataHub.Timers(agenda, time::nowNs, this::afterMs));
        market.listen(new DataPublisher(hub, sessions));
        new HistoryEndpoints(market).register(table);
        openAccount(new ApiKey(settings.apiKey(), settings.apiSecret(), 0), settings.cash());
        market.roll(false, BarFrames.midnight(startNs));
        face = new AlpacaFace(this, table, settings);
        schedulePing();
        advanceTo(startNs);
    }

    private TradingFloor floor(AlpacaSimulatorSettings settings) {
        return new TradingFloor(
                market, sessions, agenda, time::nowNs, settings.paper().routeMs() * NS_PER_MS);
    }

    private static TradingDesk.Habits habits(AlpacaSimulatorSettings settings) {
        return new TradingDesk.Habits(
                settings.paper().fillModel(),
                settings.paper().partialPercent(),
                settings.paper().clsCutoffMinutes(),
                settings.paper().dayTradeProtection(),
                settings.paper().legacyMembers(),
                settings.market().seed());
    }

    private static DataHub.Limits limits(AlpacaSimulatorSettings settings) {
        return new DataHub.Limits(
                settings.streams().symbolLimit(),
                settings.streams().authTimeoutMs(),
                settings.streams().slowClientBytes());
    }

    private static long start(AlpacaSimulatorSettings settings, InstantSource clock, @Nullable TickSource tape) {
        if (!settings.market().startTime().equals(AlpacaMarketSettings.NOW)) {
            return Rfc3339.parse(settings.market().startTime());
        }
        boolean played = tape != null && tape.nextTimeNs() != Long.MAX_VALUE;
        return tape != null && played ? tape.nextTimeNs() : VenueTime.nanoseconds(clock.instant());
    }

    /** Adds an account with its key and its cash, US dollars, E8. */
    public void openAccount(ApiKey key, long cash) {
        keys.add(key);
        trading.deposit(key.accountId(), cash);
    }

    /** Accounts and orders. */
    public TradingDesk trading() {
        return trading;
    }

    /** The data streams. */
    public DataHub hub() {
        return hub;
    }

    /** The public market as this venue knows it. */
    public Market ticker() {
        return market;
    }

    /** Faults that wait for requests. */
    public RequestFaults requestFaults() {
        return faults;
    }

    /** The venue's time, UTC, nanoseconds. */
    public long nowNs() {
        return time.nowNs();
    }

    /**
     * Halts an asset, or lets it trade again.
     *
     * @throws IllegalArgumentException if there is no such asset
     */
    public void halt(String symbol, boolean halted) {
        Asset asset = market.assets().find(symbol);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: symbol=" + symbol);
        }
        market.onHalt(asset, halted, time.nowNs());
    }

    /** Lets everything happen that is due by the clock. */
    void advance() {
        advanceTo(time.dueNs());
        hub.flush();
    }

    @Override
    public String name() {
        return "alpaca";
    }

    @Override
    public WireFace wire() {
        return face;
    }

    /** Nothing that the server should feed. */
    @Override
    public List<Listing> listings() {
        return List.of();
    }

    /** Takes what it is fed and does nothing with it: there are no listings. */
    @Override
    public MarketSink market() {
        return new SilentMarket();
    }

    @Override
    public Map<String, Long> sent() {
        return Map.of();
    }

    @Override
    public void tick() {
        long now = time.clockNs();
        while (clockAgenda.nextTimeNs() <= now) {
            clockAgenda.doNext();
        }
        advance();
    }

    @Override
    public VenueFaults faults() {
        return face.faults();
    }

    /** Does something after so many milliseconds of the clock. */
    void afterMs(long delayMs, Runnable task) {
        clockAgenda.at(time.clockNs() + delayMs * NS_PER_MS, task);
    }

    private void schedulePing() {
        afterMs(PING_MS, () -> {
            hub.ping();
            schedulePing();
        });
    }

    KeyRing keys() {
        return keys;
    }

    /** The time the venue states, which a fault may shift. */
    long statedNs() {
        return time.nowNs() + face.faults().skewNs();
    }

    long clockNs() {
        return time.clockNs();
    }

    /** In the order of time; of one time what the venue has to do before what the market says. */
    private void advanceTo(long timeNs) {
        long next = Math.min(agenda.nextTimeNs(), ticks.nextTimeNs());
        while (next <= timeNs) {
            time.moveTo(next);
            if (agenda.nextTimeNs() <= ticks.nextTimeNs()) {
                agenda.doNext();
            } else {
                ticks.sayNext(market);
            }
            next = Math.min(agenda.nextTimeNs(), ticks.nextTimeNs());
        }
        time.moveTo(timeNs);
    }

    /** Begins the day's bars anew. */
    private final class DayRoll implements Sessions.Listener {
        @Override
        public void onSession(MarketSession session, TradingDay day, long timeNs) {
            if (session == MarketSession.PRE_MARKET) {
                market.roll(false, BarFrames.midnight(timeNs));
            }
        }

        @Override
        public void onCoinDay(long timeNs) {
            market.roll(true, timeNs);
        }
    }
}
