package io.lockstep.gateway.alpaca.feed;

import io.lockstep.engine.calendar.MarketSession;
import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.gateway.alpaca.marketdata.DataRequests;
import io.lockstep.gateway.alpaca.session.Channel;
import io.lockstep.gateway.alpaca.session.Subscription;
import io.lockstep.transport.net.Endpoint;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one market data connection is for.
 *
 * @param name short name in counters and reasons: {@code stocks}, {@code crypto}, {@code news}
 * @param endpoint where
 * @param channels what to subscribe to, for each instrument
 * @param instruments about which instruments
 * @param history how to ask for what was missed; absent where the past cannot be asked for
 * @param calendar when data must come; absent for a stream that may always be silent
 * @param delayNs how late the data is, nanoseconds
 * @param silenceNs longest silence while data must come, nanoseconds
 * @param gapDeadlineNs longest time to fill a gap, nanoseconds
 */
public record FeedPlan(
        String name,
        Endpoint endpoint,
        Set<Channel> channels,
        List<Instrument> instruments,
        @Nullable DataRequests history,
        @Nullable TradingCalendar calendar,
        long delayNs,
        long silenceNs,
        long gapDeadlineNs) {

    /** Copies what could change. */
    public FeedPlan {
        channels = Set.copyOf(channels);
        instruments = List.copyOf(instruments);
    }

    /** Whether a silence says that something is wrong. */
    boolean mustSpeakAt(long nowNs) {
        return calendar != null
                && (calendar.isContinuous() || calendar.sessionAt(nowNs - delayNs) == MarketSession.CORE);
    }

    /** Whether prices come on it, rather than headlines. */
    boolean isMarket() {
        return !channels.contains(Channel.NEWS);
    }

    Subscription subscription() {
        Set<String> symbols = new TreeSet<>(symbols());
        Map<Channel, Set<String>> wanted = new EnumMap<>(Channel.class);
        channels.forEach(channel -> wanted.put(channel, symbols));
        return new Subscription(wanted);
    }

    List<String> symbols() {
        return instruments.stream().map(Instrument::symbol).toList();
    }

    boolean has(Channel channel) {
        return channels.contains(channel);
    }
}
