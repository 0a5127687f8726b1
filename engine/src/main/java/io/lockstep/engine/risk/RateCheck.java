package io.lockstep.engine.risk;

import io.lockstep.engine.carry.CarriedPart;
import io.lockstep.engine.carry.CarriedSeries;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.exposure.ExposureBook;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.window.RecentOrders;
import io.lockstep.engine.risk.window.SlidingWindow;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Venue;
import java.util.List;

/** How many and how often: open orders, repetitions, entries, and messages to each venue. Cancels have a share of the messages to themselves. */
final class RateCheck implements PreTradeCheck, CarriedPart {
    private static final String SENT_IN_SECOND = "SENT_IN_SECOND";
    private static final String SENT_IN_MINUTE = "SENT_IN_MINUTE";
    private static final String MESSAGES = "MESSAGES_IN_MINUTE";
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long NS_PER_MS = 1_000_000;

    private final RiskSettings settings;
    private final OrderTable orders;
    private final ExposureBook exposure;
    private final RecentOrders recent;
    private final Reentries reentries;
    private final SlidingWindow[] second;
    private final SlidingWindow[] minute;
    private final SlidingWindow[] messages;
    private final int[] strategyOrders;

    RateCheck(
            RiskSettings settings,
            List<String> strategies,
            OrderTable orders,
            ExposureBook exposure,
            Reentries reentries) {
        this.settings = settings;
        this.orders = orders;
        this.exposure = exposure;
        this.reentries = reentries;
        int venues = Venue.ALPACA.value() + 1;
        second = windows(venues, settings.maxNewPerSecond(), SECOND_NS);
        minute = windows(venues, settings.maxNewPerMinute(), 60 * SECOND_NS);
        messages = windows(venues, settings.orders().maxMessagesPerMinute(), 60 * SECOND_NS);
        recent = new RecentOrders(settings.orders().dupWindowMs() * NS_PER_MS, settings.maxNewPerSecond());
        strategyOrders = new int[strategies.size() + 1];
        for (int id = 1; id < strategyOrders.length; id++) {
            strategyOrders[id] = settings.strategy(strategies.get(id - 1)).maxOpenOrders();
        }
    }

    /** A new order or a change leaves. */
    void sent(OrderCommandDecoder command, Venue venue, long nowNs) {
        int index = venue.value();
        second[index].addAnyway(nowNs);
        minute[index].addAnyway(nowNs);
        recent.add(command, nowNs);
    }

    /** Anything leaves. */
    void message(Venue venue, long nowNs) {
        messages[venue.value()].addAnyway(nowNs);
    }

    @Override
    public void carryTo(CarryWriter writer) {
        for (int venue = 0; venue < second.length; venue++) {
            writer.series(ScopeKind.VENUE, venue, SENT_IN_SECOND, second[venue].times());
            writer.series(ScopeKind.VENUE, venue, SENT_IN_MINUTE, minute[venue].times());
            writer.series(ScopeKind.VENUE, venue, MESSAGES, messages[venue].times());
        }
    }

    @Override
    public void carried(CarriedSeries series) {
        carried(series, SENT_IN_SECOND, second);
        carried(series, SENT_IN_MINUTE, minute);
        carried(series, MESSAGES, messages);
    }

    private static void carried(CarriedSeries series, String name, SlidingWindow[] windows) {
        if (series.isNamed(name)) {
            series.forEach(windows[series.scopeId()]::addAnyway);
        }
    }

    @Override
    public DenyReason check(Candidate order) {
        DenyReason reason = order.replaced() == null ? checkOpen(order) : DenyReason.NONE;
        if (reason == DenyReason.NONE && !order.isReducing()) {
            reason = checkRepetition(order);
        }
        return reason == DenyReason.NONE ? checkRates(order) : reason;
    }

    private DenyReason checkOpen(Candidate order) {
        if (orders.isFull() || orders.openCount() >= settings.maxOpenOrders()) {
            return order.deny(DenyReason.MAX_OPEN_ORDERS, settings.maxOpenOrders(), orders.openCount() + 1);
        }
        DenyReason reason = checkOpen(
                order,
                settings.account().maxOpenOrders(),
                exposure.account(order.accountId()).openOrders());
        return reason == DenyReason.NONE
                ? checkOpen(
                        order,
                        strategyOrders[order.strategyId()],
                        exposure.strategy(order.strategyId()).openOrders())
                : reason;
    }

    private static DenyReason checkOpen(Candidate order, int most, int open) {
        return most > 0 && open >= most ? order.deny(DenyReason.MAX_OPEN_ORDERS, most, open + 1) : DenyReason.NONE;
    }

    private DenyReason checkRepetition(Candidate order) {
        long agoNs = recent.agoNs(order.command(), order.nowNs());
        if (agoNs >= 0) {
            return order.deny(DenyReason.DUPLICATE_ORDER, settings.orders().dupWindowMs(), agoNs / NS_PER_MS);
        }
        int entries = reentries.count(order.strategyId(), order.nowNs());
        int most = reentries.limit();
        return most > 0 && entries >= most ? order.deny(DenyReason.REENTRIES, most, entries) : DenyReason.NONE;
    }

    private DenyReason checkRates(Candidate order) {
        int venue = order.instrument().venue().value();
        long nowNs = order.nowNs();
        if (second[venue].isFull(nowNs)) {
            return order.deny(DenyReason.RATE_PER_SECOND, second[venue].limit(), second[venue].limit() + 1);
        }
        if (minute[venue].isFull(nowNs)) {
            return order.deny(DenyReason.RATE_PER_MINUTE, minute[venue].limit(), minute[venue].limit() + 1);
        }
        int most = settings.orders().messagesForOrders();
        int sent = messages[venue].count(nowNs);
        return sent >= most ? order.deny(DenyReason.MESSAGES_PER_MINUTE, most, sent + 1) : DenyReason.NONE;
    }

    private static SlidingWindow[] windows(int count, int limit, long windowNs) {
        SlidingWindow[] windows = new SlidingWindow[count];
        for (int i = 0; i < count; i++) {
            windows[i] = new SlidingWindow(limit, windowNs);
        }
        return windows;
    }
}
