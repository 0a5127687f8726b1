package io.lockstep.launcher.session.playback;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TimerTickEncoder;
import io.lockstep.simulator.inprocess.SimulatedVenue;

/**
 * Plays recorded market data and the simulated venue's answers to an engine in one order of time, with timer events in between. Steps one
 * event at a time; used by one thread.
 */
public final class SimulatedMarket {
    private final RecordSource feed;
    private final SimulatedVenue venue;
    private final EventPublisher publisher;
    private final Runnable settle;
    private final long tickNs;
    private final EngineEvent next = new EngineEvent();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TimerTickEncoder tick = new TimerTickEncoder();
    private boolean hasNext;
    private long nextTickNs = Long.MIN_VALUE;
    private long nowNs;

    /**
     * A market between a feed and an engine.
     *
     * @param settle publishes the engine's own feedback after each event; does nothing where a ring runs
     * @param tickNs distance of timer events, nanoseconds
     */
    public SimulatedMarket(
            RecordSource feed, SimulatedVenue venue, EventPublisher publisher, Runnable settle, long tickNs) {
        this.feed = feed;
        this.venue = venue;
        this.publisher = publisher;
        this.settle = settle;
        this.tickNs = tickNs;
        hasNext = feed.next(next);
    }

    /** Whether recorded market data is left. */
    public boolean hasNext() {
        return hasNext;
    }

    /** Time of the next recorded event, UTC, nanoseconds; only while {@link #hasNext()}. */
    public long nextTimeNs() {
        return next.timeNs();
    }

    /** Time up to which everything has been played, UTC, nanoseconds. */
    public long nowNs() {
        return nowNs;
    }

    /** Leaves out recorded events up to and including a time: they were played in an earlier run. */
    public void skipTo(long timeNs) {
        while (hasNext && next.timeNs() <= timeNs) {
            hasNext = feed.next(next);
        }
    }

    /** Plays everything that is due up to and including a time. */
    public void playTo(long timeNs) {
        while (hasNext && next.timeNs() <= timeNs) {
            passTime(next.timeNs());
            venue.onMarketData(next);
            publishNext();
            hasNext = feed.next(next);
        }
        if (hasNext) {
            passTime(timeNs);
        }
    }

    /** Lets the venue answer what is on its way, without further market data. */
    public void settleFor(long durationNs) {
        settle.run();
        passTime(nowNs + durationNs);
    }

    /** Plays the next recorded event and all that is due before it. */
    public void playNext() {
        playTo(next.timeNs());
    }

    /** Lets venue and timers act up to a time. */
    private void passTime(long timeNs) {
        if (nextTickNs == Long.MIN_VALUE) {
            nextTickNs = timeNs + tickNs;
        }
        for (long due = nextDue(); due <= timeNs; due = nextDue()) {
            nowNs = due;
            if (due == nextTickNs) {
                nextTickNs += tickNs;
                publishTick(due);
            } else {
                venue.advanceTo(due, publisher);
            }
            settle.run();
        }
        nowNs = timeNs;
    }

    private long nextDue() {
        return Math.min(nextTickNs, venue.nextEventTimeNs());
    }

    private void publishNext() {
        EngineEvent event = publisher.claim();
        event.copyFrom(next.buffer(), 0, next.length());
        publisher.publish(event);
        settle.run();
    }

    private void publishTick(long timeNs) {
        EngineEvent event = publisher.claim();
        tick.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).intervalNs(tickNs);
        event.complete(tick.limit(), timeNs);
        publisher.publish(event);
    }
}
