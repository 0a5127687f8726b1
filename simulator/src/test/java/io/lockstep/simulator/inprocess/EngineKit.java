package io.lockstep.simulator.inprocess;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.SimulatorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Stands in for the engine: feeds a venue, sends it commands framed as the engine does, and lists what it publishes. */
final class EngineKit implements EventPublisher {
    final SimulatedVenue venue;
    private final EngineEvent input = new EngineEvent();
    private final EngineEvent output = new EngineEvent();
    private final RecordBuffer decisions = new RecordBuffer(16 * RecordLayout.MAX_LENGTH);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final List<String> lines = new ArrayList<>();

    EngineKit(SimulatorSettings settings) {
        this(settings, true);
    }

    EngineKit(SimulatorSettings settings, boolean opened) {
        venue = new SimulatedVenue(settings, TestSettings.balances());
        define();
        if (opened) {
            venue.open(0);
            advanceTo(9_000_000);
            take();
        }
    }

    void advanceTo(long timeNs) {
        venue.advanceTo(timeNs, this);
    }

    List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    void quote(long timeNs, String bid, String bidQuantity, String ask, String askQuantity) {
        TopOfBookEncoder top = new TopOfBookEncoder()
                .wrapAndApplyHeader(input.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(0)
                .exchangeTimeNs(timeNs)
                .updateId(FixedPoint.NULL)
                .bidPrice(e8(bid))
                .bidQuantity(e8(bidQuantity))
                .askPrice(e8(ask))
                .askQuantity(e8(askQuantity));
        top.flags().clear();
        feed(top.limit(), timeNs);
    }

    void trade(long timeNs, Side aggressor, String price, String quantity) {
        TradeEncoder trade = new TradeEncoder()
                .wrapAndApplyHeader(input.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(0)
                .aggressor(aggressor)
                .exchangeTimeNs(timeNs)
                .tradeId(1)
                .lastTradeId(1)
                .price(e8(price))
                .quantity(e8(quantity));
        trade.flags().clear();
        feed(trade.limit(), timeNs);
    }

    void engineStart(long timeNs, int start) {
        EngineStartEncoder encoder = new EngineStartEncoder()
                .wrapAndApplyHeader(input.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .start(start);
        feed(encoder.limit(), timeNs);
    }

    void send(long timeNs, Consumer<OrderCommandEncoder> content) {
        decisions.clear();
        int offset = decisions.claim();
        OrderCommandEncoder encoder = new OrderCommandEncoder()
                .wrapAndApplyHeader(decisions.buffer(), offset + RecordLayout.MESSAGE_OFFSET, header)
                .originalOrderId(FixedPoint.NULL)
                .strategyId(3)
                .accountId(0)
                .instrumentId(0)
                .action(OrderAction.NEW)
                .side(Side.NONE)
                .orderType(OrderType.LIMIT)
                .timeInForce(TimeInForce.GTC)
                .price(FixedPoint.NULL)
                .stopPrice(FixedPoint.NULL)
                .displayQuantity(FixedPoint.NULL)
                .referencePrice(FixedPoint.NULL)
                .expireTimeNs(FixedPoint.NULL);
        encoder.flags().clear();
        content.accept(encoder);
        decisions.commit(encoder.limit(), timeNs);
        venue.send(new OrderCommandDecoder()
                .wrapAndApplyHeader(
                        decisions.buffer(), offset + RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder()));
    }

    @Override
    public EngineEvent tryClaim() {
        return output;
    }

    @Override
    public EngineEvent claim() {
        return output;
    }

    @Override
    public void publish(EngineEvent event) {
        String time = event.timeNs() / 1_000_000 + "ms ";
        String line = switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID -> execution(event);
            case AccountReportDecoder.TEMPLATE_ID -> balance(event);
            case TopOfBookDecoder.TEMPLATE_ID -> quote(event);
            default -> "template " + event.templateId();
        };
        lines.add(time + line);
    }

    private void define() {
        InstrumentDefinitionEncoder encoder = new InstrumentDefinitionEncoder()
                .wrapAndApplyHeader(input.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(0)
                .venue(Venue.SIMULATED)
                .assetClass(AssetClass.SPOT)
                .status(TradingStatusKind.TRADING)
                .tickSize(e8("0.01"))
                .lotSize(e8("0.001"))
                .minQuantity(e8("0.001"))
                .maxQuantity(e8("100"))
                .marketLotSize(e8("0.001"))
                .marketMaxQuantity(FixedPoint.NULL)
                .minNotional(e8("5"))
                .maxNotional(FixedPoint.NULL)
                .contractSize(FixedPoint.ONE)
                .makerFee(e8("0.0002"))
                .takerFee(e8("0.0005"))
                .symbol("BTCUSDT")
                .baseAsset("BTC")
                .quoteAsset("USDT");
        feed(encoder.limit(), 0);
    }

    private void feed(int end, long timeNs) {
        input.complete(end, timeNs);
        venue.onMarketData(input);
    }

    private static String execution(EngineEvent event) {
        ExecutionReportDecoder report = new ExecutionReportDecoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
        String head = report.execType() + " " + report.orderId();
        String exec = " exec=" + report.execId();
        if (report.execType() == ExecType.FILL) {
            return head + " " + format(report.lastQty()) + "@" + format(report.lastPx()) + " " + report.liquidity()
                    + " fee=" + format(report.fee()) + report.feeAsset() + " cum=" + format(report.cumQty())
                    + " leaves=" + format(report.leavesQty()) + exec;
        }
        String terms = report.quantity() == FixedPoint.NULL || report.quantity() == 0
                ? ""
                : " " + format(report.quantity()) + "@"
                        + (report.price() == FixedPoint.NULL ? "MARKET" : format(report.price()));
        String venueId = report.venueOrderId().isEmpty() ? "" : " venue=" + report.venueOrderId();
        String code =
                report.venueCode() == ExecutionReportDecoder.venueCodeNullValue() ? "" : " code=" + report.venueCode();
        String reason = report.reason();
        return head + " strategy=" + report.strategyId() + terms + " leaves=" + format(report.leavesQty()) + venueId
                + exec + code + (reason.isEmpty() ? "" : " reason=" + reason);
    }

    private static String balance(EngineEvent event) {
        AccountReportDecoder report = new AccountReportDecoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
        return "BALANCE " + report.asset() + " free=" + format(report.free()) + " locked=" + format(report.locked())
                + (report.source() == ReportSource.QUERY ? " full" : "")
                + (report.flags().last() ? " last" : "");
    }

    private static String quote(EngineEvent event) {
        TopOfBookDecoder top = new TopOfBookDecoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
        return "QUOTE " + format(top.bidPrice()) + "/" + format(top.askPrice())
                + (top.flags().simulated() ? " simulated" : "");
    }

    private static String format(long value) {
        return FixedPoint.format(value);
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
