package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.simulator.LatencyModel;
import io.lockstep.simulator.SimulatorSettings;
import io.lockstep.simulator.matching.MatchingCore;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The simulated venue inside the engine's process: takes the engine's orders, matches them against the market data the engine is
 * fed, and answers with execution, account and position reports after the set latencies.
 *
 * <pre>{@code
 * for (each tape event) {                              // backtest: one thread
 *     while (venue.nextEventTimeNs() < event.timeNs()) {
 *         venue.advanceTo(venue.nextEventTimeNs(), publisher);
 *     }
 *     venue.onMarketData(event);                       // also instrument definitions and the engine's start
 *     publish(event);                                  // the engine may call send
 *     venue.advanceTo(event.timeNs(), publisher);
 * }
 * }</pre>
 *
 * <p>Of one instant, market data comes before orders. {@link #send} belongs to the engine thread, all else to the feed thread, which
 * may be the same. The time a command was sent is the one in the frame of its record, so commands must be decoded in place.
 */
public final class SimulatedVenue implements OrderGateway {
    private final LatencyModel latency;
    private final CommandQueue sent = new CommandQueue();
    private final RecordQueue arriving = new RecordQueue();
    private final MatchingCore core;
    private final VenueReports reports;
    private final CommandReader commands;
    private final MarketDataReader marketData;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EngineStartDecoder engineStart = new EngineStartDecoder();
    private final MessageHandler onCommand = this::onCommand;
    private final List<Map<String, Long>> openingBalances;
    private long commandCount;
    private long quotesDropped;

    /**
     * A venue without instruments; definitions arrive as events.
     *
     * @param openingBalances what each account starts with, E8 by asset, in the order of account ids
     */
    public SimulatedVenue(SimulatorSettings settings, List<Map<String, Long>> openingBalances) {
        this.openingBalances = List.copyOf(openingBalances);
        latency = settings.latency();
        reports = new VenueReports(latency);
        core = new MatchingCore(settings.matching(), settings.accountRules(), reports);
        commands = new CommandReader(core, reports, settings.selfTradePrevention());
        reports.connect(core, commands);
        marketData = new MarketDataReader(core);
    }

    /** The venue's truth, for checkers and reports; feed thread. */
    public MatchingCore core() {
        return core;
    }

    /**
     * Gives an account a position that it held before this venue was opened; before {@link #open}.
     *
     * @param quantity signed, base currency, E8, not 0
     * @param cost what it cost, or brought when short, quote currency, E8
     */
    public void takeOver(int accountId, int instrumentId, long quantity, long cost) {
        core.takeOver(accountId, instrumentId, quantity, cost);
    }

    @Override
    public void send(OrderCommandDecoder command) {
        sent.add(command);
    }

    /** Pays in the opening balances and states all balances and positions, as a venue answers the first query after a connect. */
    public void open(long timeNs) {
        for (int account = 0; account < openingBalances.size(); account++) {
            for (Map.Entry<String, Long> balance : openingBalances.get(account).entrySet()) {
                core.deposit(account, balance.getKey(), balance.getValue(), timeNs);
            }
            reports.state(core.account(account), timeNs);
        }
    }

    /**
     * Takes an event the engine is fed. Commands that arrived earlier act first; of the same instant they act afterwards.
     *
     * @param event valid only during the call, and not changed
     */
    public void onMarketData(EngineEvent event) {
        actBefore(event.timeNs());
        if (event.templateId() == EngineStartDecoder.TEMPLATE_ID) {
            engineStart.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
            reports.idPrefix("S" + engineStart.start() + "-");
        }
        marketData.read(event);
    }

    /** When the venue will next do or say something, {@link MatchingCore#NEVER} if nothing is due. */
    public long nextEventTimeNs() {
        drain();
        long acting = Math.min(arriving.nextTimeNs(), core.nextTimeNs());
        return Math.min(acting, nextReportTimeNs());
    }

    /** Lets time pass up to and including {@code timeNs}: commands act, orders expire, reports that are due reach the engine. */
    public void advanceTo(long timeNs, EventPublisher publisher) {
        for (long next = nextEventTimeNs(); next <= timeNs; next = nextEventTimeNs()) {
            if (Math.min(arriving.nextTimeNs(), core.nextTimeNs()) <= next) {
                actNext();
            } else {
                publishNext(publisher);
            }
        }
    }

    /** Formed quotes that found the ring full and were dropped. */
    public long quotesDropped() {
        return quotesDropped;
    }

    private long nextReportTimeNs() {
        return Math.min(reports.quotes().nextTimeNs(), reports.reports().nextTimeNs());
    }

    private void drain() {
        if (!sent.isEmpty()) {
            sent.drain(onCommand);
        }
    }

    private void onCommand(int type, DirectBuffer buffer, int offset, int length) {
        arriving.copy(buffer, offset, length);
        arriving.commit(RecordLayout.timeNs(buffer, offset) + latency.entry(commandCount++));
    }

    private void actBefore(long timeNs) {
        drain();
        while (Math.min(arriving.nextTimeNs(), core.nextTimeNs()) < timeNs) {
            actNext();
        }
    }

    private void actNext() {
        long timeNs = arriving.nextTimeNs();
        if (core.nextTimeNs() <= timeNs) {
            core.advanceTo(core.nextTimeNs());
        } else {
            commands.read(arriving.first(), timeNs);
            arriving.remove();
        }
    }

    private void publishNext(EventPublisher publisher) {
        if (reports.quotes().nextTimeNs() <= reports.reports().nextTimeNs()) {
            publish(reports.quotes(), publisher, publisher.tryClaim());
        } else {
            publish(reports.reports(), publisher, publisher.claim());
        }
    }

    private void publish(RecordQueue queue, EventPublisher publisher, @Nullable EngineEvent event) {
        long dueNs = queue.nextTimeNs();
        UnsafeBuffer record = queue.first();
        if (event == null) {
            quotesDropped++;
            queue.remove();
            return;
        }
        int length = RecordLayout.length(record, 0);
        event.copyFrom(record, 0, length);
        event.complete(length, dueNs);
        queue.remove();
        publisher.publish(event);
    }
}
