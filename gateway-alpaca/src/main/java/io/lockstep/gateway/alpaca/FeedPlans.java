package io.lockstep.gateway.alpaca;

import io.lockstep.engine.calendar.ContinuousCalendar;
import io.lockstep.engine.calendar.TradingCalendar;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.alpaca.feed.FeedPlan;
import io.lockstep.gateway.alpaca.marketdata.DataRequests;
import io.lockstep.gateway.alpaca.session.Channel;
import io.lockstep.transport.net.Endpoint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Decides which market data connections a session has: one for each endpoint that something is wanted from. Stateless. */
final class FeedPlans {
    private FeedPlans() {}

    static List<FeedPlan> of(AlpacaSettings settings, List<Instrument> instruments, TradingCalendar calendar) {
        if (!settings.streams().marketData()) {
            return List.of();
        }
        List<FeedPlan> plans = new ArrayList<>();
        add(plans, stocks(settings, of(instruments, AssetClass.EQUITY), calendar));
        add(plans, crypto(settings, of(instruments, AssetClass.SPOT)));
        add(plans, news(settings, instruments));
        return plans;
    }

    private static void add(List<FeedPlan> plans, FeedPlan plan) {
        if (!plan.instruments().isEmpty() && !plan.channels().isEmpty()) {
            plans.add(plan);
        }
    }

    private static FeedPlan stocks(AlpacaSettings settings, List<Instrument> instruments, TradingCalendar calendar) {
        StockFeed feed = settings.streams().feed();
        boolean real = feed != StockFeed.TEST;
        Set<Channel> channels = common(settings.streams());
        if (real) {
            channels.add(Channel.STATUSES);
            channels.add(Channel.LULDS);
        }
        return plan(
                "stocks",
                Endpoint.parse(settings.endpoints().stockStream() + "/" + feed.path()),
                channels,
                instruments,
                real ? DataRequests.stocks(feed.history()) : null,
                real ? calendar : new ContinuousCalendar(),
                TimeUnit.MINUTES.toNanos(feed.delayMinutes()),
                settings);
    }

    private static FeedPlan crypto(AlpacaSettings settings, List<Instrument> instruments) {
        Set<Channel> channels = common(settings.streams());
        if (settings.streams().books()) {
            channels.add(Channel.ORDER_BOOKS);
        }
        Endpoint endpoint = Endpoint.parse(settings.endpoints().cryptoStream());
        return plan(
                "crypto",
                endpoint,
                channels,
                instruments,
                DataRequests.crypto(),
                new ContinuousCalendar(),
                0,
                settings);
    }

    private static FeedPlan news(AlpacaSettings settings, List<Instrument> instruments) {
        Set<Channel> channels = settings.streams().news() ? EnumSet.of(Channel.NEWS) : EnumSet.noneOf(Channel.class);
        Endpoint endpoint = Endpoint.parse(settings.endpoints().newsStream());
        return plan("news", endpoint, channels, instruments, null, null, 0, settings);
    }

    private static FeedPlan plan(
            String name,
            Endpoint endpoint,
            Set<Channel> channels,
            List<Instrument> instruments,
            @Nullable DataRequests history,
            @Nullable TradingCalendar calendar,
            long delayNs,
            AlpacaSettings settings) {
        return new FeedPlan(
                name,
                endpoint,
                channels,
                instruments,
                history,
                calendar,
                delayNs,
                settings.streams().dataSilence().toNanos(),
                settings.streams().gapDeadline().toNanos());
    }

    private static Set<Channel> common(AlpacaSettings.Streams streams) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        put(channels, streams.trades(), Channel.TRADES);
        put(channels, streams.quotes(), Channel.QUOTES);
        put(channels, streams.minuteBars(), Channel.BARS);
        put(channels, streams.dailyBars(), Channel.DAILY_BARS);
        return channels;
    }

    private static void put(Set<Channel> channels, boolean wanted, Channel channel) {
        if (wanted) {
            channels.add(channel);
        }
    }

    private static List<Instrument> of(List<Instrument> instruments, AssetClass assetClass) {
        return instruments.stream()
                .filter(instrument -> instrument.assetClass() == assetClass)
                .toList();
    }
}
