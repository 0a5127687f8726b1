package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.api.ApiKey;
import io.lockstep.simulator.alpaca.api.KeyRing;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** All connections to the data streams, and what goes wrong with them on order. */
public final class DataHub {
    private static final long REFUSED_STAYS_MS = 10_000;

    /** Seen of the live stream in September 2026: pings every 54 seconds, and 6 to answer. */
    private static final long PONG_MS = 6_000;

    private final KeyRing keys;
    private final Market market;
    private final Limits limits;
    private final Timers timers;
    private final List<DataSession> sessions = new ArrayList<>();
    private final Set<DataFeed> muted = EnumSet.noneOf(DataFeed.class);

    /**
     * What a connection may do.
     *
     * @param symbols symbols it may name in trades and quotes, 0 for any number
     * @param authTimeoutMs time it has to authenticate, milliseconds
     * @param slowBytes bytes it may leave unread
     */
    public record Limits(int symbols, long authTimeoutMs, long slowBytes) {}

    /**
     * What happens later.
     *
     * @param agenda what is due in the venue's time
     * @param nowNs the venue's time, UTC, nanoseconds
     * @param afterMs does something after so many milliseconds of real time, on the event loop
     */
    public record Timers(Agenda agenda, LongSupplier nowNs, BiConsumer<Long, Runnable> afterMs) {}

    /** No connections yet. */
    public DataHub(KeyRing keys, Market market, Limits limits, Timers timers) {
        this.keys = keys;
        this.market = market;
        this.limits = limits;
        this.timers = timers;
    }

    /** Takes a connection. Keys in its headers count as authentication; the content type chooses the encoding. */
    public SocketSession open(DataFeed feed, HttpCall call, SocketPeer peer) {
        boolean packed = "application/msgpack".equals(call.header("content-type"));
        DataSession session = new DataSession(this, feed, peer, packed);
        sessions.add(session);
        session.open();
        if (KeyRing.isShown(call)) {
            session.authenticate(keys.find(call));
        }
        timers.afterMs().accept(limits.authTimeoutMs(), session::endIfUnknown);
        return session;
    }

    /** Says nothing more on a feed, though its connections stay open; or speaks again. */
    public void mute(DataFeed feed, boolean silent) {
        if (silent) {
            muted.add(feed);
        } else {
            muted.remove(feed);
        }
    }

    /** Breaks all connections to a feed without a word. */
    public void cut(DataFeed feed) {
        for (DataSession session : List.copyOf(sessions)) {
            if (session.feed() == feed) {
                session.cut();
            }
        }
    }

    /** Sends what has gathered, one frame a connection. */
    public void flush() {
        List.copyOf(sessions).forEach(session -> session.flush(limits.slowBytes()));
    }

    /** Pings all connections; who does not answer in time is cut. */
    public void ping() {
        for (DataSession session : sessions) {
            session.ping();
            timers.afterMs().accept(PONG_MS, session::cutIfSilent);
        }
    }

    /** Number of connections open. */
    public int openStreams() {
        return sessions.size();
    }

    KeyRing keys() {
        return keys;
    }

    int symbolLimit() {
        return limits.symbols();
    }

    boolean isMuted(DataFeed feed) {
        return muted.contains(feed);
    }

    /** Whether a key has its one connection to a feed already. */
    boolean isTaken(DataFeed feed, ApiKey key) {
        return sessions.stream().anyMatch(session -> session.holds(feed, key));
    }

    /** A refused connection stays a while before it is closed. */
    void closeLater(DataSession session) {
        timers.afterMs().accept(REFUSED_STAYS_MS, session::endIfRefused);
    }

    void remove(DataSession session) {
        sessions.remove(session);
    }

    /** Gives a connection the whole books it asked for. */
    void tellBooks(DataSession session) {
        for (Asset asset : market.assets().all()) {
            if (asset.isCrypto()) {
                String book = DataMessages.book(
                        asset, market.of(asset).quote(), market.of(asset).quote(), true);
                session.offer(Channel.ORDERBOOKS, asset.symbol(), book);
            }
        }
    }

    /** Offers a message to all connections whose feed tells of an asset. */
    void publish(Asset asset, Channel channel, String message) {
        for (DataSession session : sessions) {
            if (session.feed().carries(asset)) {
                publish(session, asset.symbol(), channel, message);
            }
        }
    }

    private void publish(DataSession session, String symbol, Channel channel, String message) {
        long delayNs = session.feed().delayNs();
        if (delayNs == 0) {
            session.offer(channel, symbol, message);
        } else {
            timers.agenda().at(timers.nowNs().getAsLong() + delayNs, () -> session.offer(channel, symbol, message));
        }
    }

    /** Offers a headline once to all connections that want one of its symbols. */
    void publishNews(List<String> symbols, String message) {
        for (DataSession session : sessions) {
            if (session.feed() == DataFeed.NEWS) {
                session.offerNews(symbols, message);
            }
        }
    }

    /** Whether anybody is connected; messages for nobody need not be made. */
    boolean isIdle() {
        return sessions.isEmpty();
    }
}
