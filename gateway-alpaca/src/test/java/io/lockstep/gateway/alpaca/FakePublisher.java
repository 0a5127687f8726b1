package io.lockstep.gateway.alpaca;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.VenueErrorDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects published events as readable lines; can be made full, and can be told to forget instead of remember. */
public final class FakePublisher implements EventPublisher {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<String> lines = new ArrayList<>();
    private final EngineEvent slot = new EngineEvent();
    private int room = Integer.MAX_VALUE;
    private boolean remembering = true;
    private long published;

    /** Lets this many more events in. */
    public void room(int events) {
        room = events;
    }

    /** Only counts from now on, without allocating. */
    public void forget() {
        remembering = false;
        lines.clear();
    }

    /** Number of events published. */
    public long published() {
        return published;
    }

    /** The events since the last call, one line each. */
    public List<String> drain() {
        List<String> drained = List.copyOf(lines);
        lines.clear();
        return drained;
    }

    @Override
    public @Nullable EngineEvent tryClaim() {
        return room > 0 ? slot : null;
    }

    @Override
    public EngineEvent claim() {
        return slot;
    }

    @Override
    public void publish(EngineEvent event) {
        room--;
        published++;
        if (remembering) {
            lines.add(line(event));
        }
    }

    private String line(EngineEvent event) {
        return switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> trade(event);
            case TopOfBookDecoder.TEMPLATE_ID -> quote(event);
            case BarDecoder.TEMPLATE_ID -> bar(event);
            case TradingStatusDecoder.TEMPLATE_ID -> status(event);
            case DepthUpdateDecoder.TEMPLATE_ID -> depth(event);
            case NewsDecoder.TEMPLATE_ID -> news(event);
            case MarketDataGapDecoder.TEMPLATE_ID -> gap(event);
            case ExecutionReportDecoder.TEMPLATE_ID -> report(event);
            case AccountReportDecoder.TEMPLATE_ID -> account(event);
            case PositionReportDecoder.TEMPLATE_ID -> position(event);
            case ConnectionStatusDecoder.TEMPLATE_ID -> connection(event);
            case VenueErrorDecoder.TEMPLATE_ID -> error(event);
            case ReconciliationMarkDecoder.TEMPLATE_ID -> mark(event);
            case ClockSampleDecoder.TEMPLATE_ID -> "clock";
            default -> "template " + event.templateId();
        };
    }

    private String trade(EngineEvent event) {
        TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        StringBuilder flags = new StringBuilder();
        trade.flags().appendTo(flags);
        return "trade %d %s id=%s %s x %s %s %s"
                .formatted(
                        trade.instrumentId(),
                        trade.exchangeTimeNs(),
                        Long.toUnsignedString(trade.tradeId()),
                        e8(trade.price()),
                        e8(trade.quantity()),
                        trade.aggressor(),
                        flags);
    }

    private String quote(EngineEvent event) {
        TopOfBookDecoder quote = new TopOfBookDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "quote %d %s %s x %s / %s x %s%s"
                .formatted(
                        quote.instrumentId(),
                        quote.exchangeTimeNs(),
                        e8(quote.bidPrice()),
                        e8(quote.bidQuantity()),
                        e8(quote.askPrice()),
                        e8(quote.askQuantity()),
                        quote.flags().conflated() ? " conflated" : "");
    }

    private String bar(EngineEvent event) {
        BarDecoder bar = new BarDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "bar %d %ds %s %s %s %s %s v=%s n=%d notional=%s"
                .formatted(
                        bar.instrumentId(),
                        bar.timeframeSeconds(),
                        bar.openTimeNs(),
                        e8(bar.openPrice()),
                        e8(bar.highPrice()),
                        e8(bar.lowPrice()),
                        e8(bar.closePrice()),
                        e8(bar.volume()),
                        bar.trades(),
                        e8(bar.notional()));
    }

    private String status(EngineEvent event) {
        TradingStatusDecoder status =
                new TradingStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "status %d %s %s down=%s up=%s %s"
                .formatted(
                        status.instrumentId(),
                        status.exchangeTimeNs(),
                        status.status(),
                        e8(status.limitDown()),
                        e8(status.limitUp()),
                        status.reason());
    }

    private String depth(EngineEvent event) {
        DepthUpdateDecoder depth = new DepthUpdateDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        StringBuilder line = new StringBuilder("depth %d %s %s #%d part=%d%s"
                .formatted(
                        depth.instrumentId(),
                        depth.exchangeTimeNs(),
                        depth.kind(),
                        depth.lastUpdateId(),
                        depth.part(),
                        depth.flags().last() ? " last" : ""));
        depth.bids().forEach(bid -> line.append(" b%sx%s".formatted(e8(bid.price()), e8(bid.quantity()))));
        depth.asks().forEach(ask -> line.append(" a%sx%s".formatted(e8(ask.price()), e8(ask.quantity()))));
        return line.toString();
    }

    private String news(EngineEvent event) {
        NewsDecoder news = new NewsDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        boolean named = news.instrumentId() != NewsDecoder.instrumentIdNullValue();
        return "news %s %d %s %s %s"
                .formatted(
                        named ? news.instrumentId() : "-",
                        news.newsId(),
                        news.exchangeTimeNs(),
                        news.source(),
                        news.headline());
    }

    private String gap(EngineEvent event) {
        MarketDataGapDecoder gap =
                new MarketDataGapDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "gap %d %s".formatted(gap.instrumentId(), gap.reason());
    }

    private String report(EngineEvent event) {
        ExecutionReportDecoder report =
                new ExecutionReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "report %s %s %s order=%s instrument=%d %s px=%s qty=%s last=%s@%s cum=%s leaves=%s code=%s venue=%s exec=%s t=%d %s"
                .formatted(
                        report.execType(),
                        report.source(),
                        report.liquidity(),
                        report.orderId() == ExecutionReportDecoder.orderIdNullValue() ? "-" : report.orderId(),
                        report.instrumentId(),
                        report.side(),
                        e8(report.price()),
                        e8(report.quantity()),
                        e8(report.lastQty()),
                        e8(report.lastPx()),
                        e8(report.cumQty()),
                        e8(report.leavesQty()),
                        report.venueCode() == ExecutionReportDecoder.venueCodeNullValue() ? "-" : report.venueCode(),
                        report.venueOrderId(),
                        report.execId(),
                        report.exchangeTimeNs(),
                        report.reason());
    }

    private String account(EngineEvent event) {
        AccountReportDecoder account =
                new AccountReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "account %d %s free=%s locked=%s"
                .formatted(account.accountId(), account.asset(), e8(account.free()), e8(account.locked()));
    }

    private String position(EngineEvent event) {
        PositionReportDecoder position =
                new PositionReportDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "position %d instrument=%d qty=%s entry=%s%s"
                .formatted(
                        position.accountId(),
                        position.instrumentId(),
                        e8(position.quantity()),
                        e8(position.entryPrice()),
                        position.flags().last() ? " last" : "");
    }

    private String connection(EngineEvent event) {
        ConnectionStatusDecoder status =
                new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        return "connection %s %s %s".formatted(status.stream(), status.state(), status.reason());
    }

    private String error(EngineEvent event) {
        VenueErrorDecoder error = new VenueErrorDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        boolean coded = error.venueCode() != VenueErrorDecoder.venueCodeNullValue();
        return "error %s %s %s".formatted(error.code(), coded ? error.venueCode() : "-", error.detail());
    }

    private String mark(EngineEvent event) {
        ReconciliationMarkDecoder mark =
                new ReconciliationMarkDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        boolean counted = mark.entries() != ReconciliationMarkDecoder.entriesNullValue();
        return "mark %s %s %s %s".formatted(mark.kind(), mark.phase(), counted ? mark.entries() : "-", mark.reason());
    }

    private static String e8(long value) {
        return value == FixedPoint.NULL ? "-" : FixedPoint.format(value);
    }
}
