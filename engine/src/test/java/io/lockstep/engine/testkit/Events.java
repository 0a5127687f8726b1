package io.lockstep.engine.testkit;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.BarEncoder;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateEncoder;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.EngineStopEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.MarkPriceEncoder;
import io.lockstep.engine.sbe.MarketDataGapEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimerTickEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.sbe.TradingStatusEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.util.function.Consumer;

/**
 * Publishes events in one line each, at a time that only the test moves. Prices and quantities are E8. Allocates nothing except where a
 * text or an array is passed.
 */
public final class Events {
    /** When time starts: 2025-03-03T00:00:00Z, a Monday. */
    public static final long START_NS = 1_740_960_000_000_000_000L;

    private final EventPublisher publisher;
    private final ReportDraft report = new ReportDraft(this);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TopOfBookEncoder quote = new TopOfBookEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final DepthUpdateEncoder depth = new DepthUpdateEncoder();
    private final BarEncoder bar = new BarEncoder();
    private final TimerTickEncoder timer = new TimerTickEncoder();
    private long timeNs = START_NS;
    private long tradeId;

    /** Publishes through a publisher. */
    public Events(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** Where they are published. */
    public EventPublisher publisher() {
        return publisher;
    }

    /** Time of the next event, UTC, nanoseconds. */
    public long timeNs() {
        return timeNs;
    }

    /** Sets the time of the next events. */
    public Events at(long nanoseconds) {
        timeNs = nanoseconds;
        return this;
    }

    /** Moves time on. */
    public Events afterMs(long milliseconds) {
        timeNs += milliseconds * 1_000_000;
        return this;
    }

    /** Best bid and ask, one unit of base currency each. */
    public void quote(int instrumentId, long bid, long ask) {
        quote(instrumentId, bid, FixedPoint.ONE, ask, FixedPoint.ONE);
    }

    /** Best bid and ask. */
    public void quote(int instrumentId, long bid, long bidQuantity, long ask, long askQuantity) {
        EngineEvent event = claim();
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .exchangeTimeNs(timeNs)
                .updateId(FixedPoint.NULL)
                .bidPrice(bid)
                .bidQuantity(bidQuantity)
                .askPrice(ask)
                .askQuantity(askQuantity)
                .flags()
                .clear();
        publish(event, quote.limit());
    }

    /** A trade made now. */
    public void trade(int instrumentId, long price, long quantity) {
        trade(instrumentId, price, quantity, timeNs);
    }

    /** A trade made at another time than it is received. */
    public void trade(int instrumentId, long price, long quantity, long exchangeTimeNs) {
        EngineEvent event = claim();
        trade(event, instrumentId, price, quantity, exchangeTimeNs);
        publish(event, trade.limit());
    }

    /** A trade with something special; {@code change} may set any field. */
    public void trade(int instrumentId, long price, long quantity, Consumer<TradeEncoder> change) {
        EngineEvent event = claim();
        trade(event, instrumentId, price, quantity, timeNs);
        change.accept(trade);
        publish(event, trade.limit());
    }

    /**
     * A book update in one part, or one part of several.
     *
     * @param bids price and quantity in turn
     * @param asks price and quantity in turn
     */
    public void depth(int instrumentId, DepthKind kind, int part, boolean last, long[] bids, long[] asks) {
        EngineEvent event = claim();
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .kind(kind)
                .part(part)
                .exchangeTimeNs(timeNs)
                .firstUpdateId(FixedPoint.NULL)
                .lastUpdateId(FixedPoint.NULL)
                .previousUpdateId(FixedPoint.NULL)
                .flags()
                .clear()
                .last(last);
        DepthUpdateEncoder.BidsEncoder bidLevels = depth.bidsCount(bids.length / 2);
        for (int i = 0; i < bids.length; i += 2) {
            bidLevels.next().price(bids[i]).quantity(bids[i + 1]);
        }
        DepthUpdateEncoder.AsksEncoder askLevels = depth.asksCount(asks.length / 2);
        for (int i = 0; i < asks.length; i += 2) {
            askLevels.next().price(asks[i]).quantity(asks[i + 1]);
        }
        publish(event, depth.limit());
    }

    /** A book snapshot in one part. */
    public void snapshot(int instrumentId, long[] bids, long[] asks) {
        depth(instrumentId, DepthKind.SNAPSHOT, 0, true, bids, asks);
    }

    /** A book change in one part. */
    public void delta(int instrumentId, long[] bids, long[] asks) {
        depth(instrumentId, DepthKind.DELTA, 0, true, bids, asks);
    }

    /** A stream lost updates. */
    public void gap(int instrumentId) {
        EngineEvent event = claim();
        MarketDataGapEncoder gap = new MarketDataGapEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .expectedId(1)
                .receivedId(FixedPoint.NULL)
                .reason("TEST");
        publish(event, gap.limit());
    }

    /** A closed bar as an input; {@code trades} may be the encoder's null. */
    public void bar(int instrumentId, int seconds, long openTimeNs, long[] openHighLowClose, long volume, int trades) {
        EngineEvent event = claim();
        bar.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .timeframeSeconds(seconds)
                .openTimeNs(openTimeNs)
                .openPrice(openHighLowClose[0])
                .highPrice(openHighLowClose[1])
                .lowPrice(openHighLowClose[2])
                .closePrice(openHighLowClose[3])
                .volume(volume)
                .notional(FixedPoint.NULL)
                .trades(trades);
        publish(event, bar.limit());
    }

    /** A mark price. */
    public void mark(int instrumentId, long price) {
        EngineEvent event = claim();
        MarkPriceEncoder mark = new MarkPriceEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .exchangeTimeNs(timeNs)
                .markPrice(price)
                .indexPrice(FixedPoint.NULL)
                .fundingRate(FixedPoint.NULL)
                .nextFundingTimeNs(FixedPoint.NULL);
        publish(event, mark.limit());
    }

    /** The venue halts, opens or restricts an instrument. */
    public void status(int instrumentId, TradingStatusKind kind) {
        EngineEvent event = claim();
        TradingStatusEncoder status = new TradingStatusEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .status(kind)
                .exchangeTimeNs(timeNs)
                .limitDown(FixedPoint.NULL)
                .limitUp(FixedPoint.NULL)
                .reason("TEST");
        publish(event, status.limit());
    }

    /** Time has passed. */
    public void timer() {
        EngineEvent event = claim();
        timer.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).intervalNs(100_000_000);
        publish(event, timer.limit());
    }

    /** A run begins. */
    public void engineStart() {
        EngineEvent event = claim();
        EngineStartEncoder start = new EngineStartEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .runId(1)
                .epoch(1)
                .start(2)
                .mode(RunMode.BACKTEST)
                .configParts(0)
                .instruments(0)
                .buildId("test");
        publish(event, start.limit());
    }

    /** A balance as the venue states it; the last of its report if told. */
    public void balance(int accountId, String asset, long free, long locked, boolean last) {
        EngineEvent event = claim();
        AccountReportEncoder account = new AccountReportEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(accountId)
                .source(ReportSource.QUERY)
                .exchangeTimeNs(timeNs)
                .free(free)
                .locked(locked)
                .asset(asset);
        account.flags().clear().last(last);
        publish(event, account.limit());
    }

    /** An operator's word. */
    public void command(OperatorAction action, ScopeKind scope, int scopeId) {
        EngineEvent event = claim();
        OperatorCommandEncoder command = new OperatorCommandEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .action(action)
                .scopeKind(scope)
                .scopeId(scopeId)
                .nonce(timeNs)
                .actor("tester")
                .instrumentId(OperatorCommandEncoder.instrumentIdNullValue())
                .denyReason(0)
                .untilNs(FixedPoint.NULL)
                .reason("");
        publish(event, command.limit());
    }

    /** An operator lets one order of a strategy break a limit for so long, milliseconds. */
    public void override(int strategyId, int instrumentId, int limit, long forMs) {
        EngineEvent event = claim();
        OperatorCommandEncoder command = new OperatorCommandEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .action(OperatorAction.OVERRIDE)
                .scopeKind(ScopeKind.STRATEGY)
                .scopeId(strategyId)
                .nonce(timeNs)
                .actor("tester")
                .instrumentId(instrumentId)
                .denyReason(limit)
                .untilNs(timeNs + forMs * 1_000_000)
                .reason("");
        publish(event, command.limit());
    }

    /** What can be traded. */
    public void definition(Instrument instrument) {
        EngineEvent event = claim();
        Definitions.encode(instrument, event, timeNs);
        publisher.publish(event);
    }

    /** The run ends. */
    public void engineStop() {
        EngineEvent event = claim();
        EngineStopEncoder stop = new EngineStopEncoder()
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .reason("TEST");
        publish(event, stop.limit());
    }

    /** A report on one of our orders, to be completed and published. */
    public ReportDraft report(ExecType type, SentCommand order) {
        return report(type, order.orderId(), order.accountId(), order.strategyId(), order.instrumentId(), order.side());
    }

    /** A report, to be completed and published. */
    public ReportDraft report(ExecType type, long orderId, int accountId, int strategyId, int instrumentId, Side side) {
        return report.start(type, orderId, accountId, strategyId, instrumentId, side);
    }

    /** The venue took an order. */
    public void accepted(SentCommand order) {
        report(ExecType.ACCEPTED, order).order(order.price(), order.quantity()).publish();
    }

    /** An order traded in full at one price. */
    public void filled(SentCommand order, long price, long execId) {
        report(ExecType.FILL, order)
                .fill(price, order.quantity(), order.quantity(), 0)
                .execId(execId)
                .publish();
    }

    /** The venue ended an order. */
    public void canceled(SentCommand order) {
        report(ExecType.CANCELED, order).publish();
    }

    /** The slot for the next event; a test that encodes an event of its own completes and publishes it with {@link #publish}. */
    public EngineEvent claim() {
        return publisher.claim();
    }

    /** Completes an event and hands it over. */
    public void publish(EngineEvent event, int messageEnd) {
        event.complete(messageEnd, timeNs);
        publisher.publish(event);
    }

    private void trade(EngineEvent event, int instrumentId, long price, long quantity, long exchangeTimeNs) {
        tradeId++;
        trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .instrumentId(instrumentId)
                .aggressor(Side.BUY)
                .exchangeTimeNs(exchangeTimeNs)
                .tradeId(tradeId)
                .lastTradeId(tradeId)
                .price(price)
                .quantity(quantity)
                .flags()
                .clear();
    }
}
