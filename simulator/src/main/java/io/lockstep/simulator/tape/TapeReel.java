package io.lockstep.simulator.tape;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.simulator.market.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** One tape: its next event, and the tracks its instruments are played on. */
final class TapeReel {
    private final RecordSource source;
    private final Function<Instrument, List<TapeTrack>> tracksFor;
    private final List<List<TapeTrack>> tracks = new ArrayList<>();
    private final EngineEvent event = new EngineEvent();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TopOfBookDecoder top = new TopOfBookDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BarDecoder bar = new BarDecoder();
    private final MarkPriceDecoder mark = new MarkPriceDecoder();
    private final LiquidationDecoder liquidation = new LiquidationDecoder();
    private boolean hasEvent;
    private long skipped;

    /** @param tracksFor where an instrument defined on the tape is played; empty for nowhere */
    TapeReel(RecordSource source, Function<Instrument, List<TapeTrack>> tracksFor) {
        this.source = source;
        this.tracksFor = tracksFor;
        advance();
    }

    boolean hasEvent() {
        return hasEvent;
    }

    /** Time of the next event as recorded, UTC, nanoseconds. */
    long timeNs() {
        return event.timeNs();
    }

    /** Market data of instruments that are played nowhere, and of types no venue here shows. */
    long skipped() {
        return skipped;
    }

    /** Plays the next event as if it happened at a time. */
    void play(long timeNs) {
        List<TapeTrack> on = tracks();
        if (on == null || on.isEmpty()) {
            skipped++;
        } else {
            on.forEach(track -> play(track, timeNs));
        }
        advance();
    }

    /** Moves to the next market data; definitions on the way are taken in. */
    private void advance() {
        do {
            hasEvent = source.next(event);
        } while (hasEvent && !isMarketData());
    }

    private boolean isMarketData() {
        return switch (event.templateId()) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> {
                define(Definitions.decode(event.buffer(), RecordLayout.MESSAGE_OFFSET));
                yield false;
            }
            case TopOfBookDecoder.TEMPLATE_ID,
                    DepthUpdateDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    BarDecoder.TEMPLATE_ID,
                    LiquidationDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID -> true;
            default -> {
                skipped++;
                yield false;
            }
        };
    }

    private void define(Instrument recorded) {
        while (tracks.size() <= recorded.id()) {
            tracks.add(List.of());
        }
        tracks.set(recorded.id(), tracksFor.apply(recorded));
    }

    /** Every market data message starts with its instrument id. */
    private @Nullable List<TapeTrack> tracks() {
        int id = event.buffer().getInt(RecordLayout.BODY_OFFSET);
        return id >= 0 && id < tracks.size() ? tracks.get(id) : null;
    }

    private void play(TapeTrack track, long timeNs) {
        DirectBuffer buffer = event.buffer();
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> playTop(track, buffer, timeNs);
            case DepthUpdateDecoder.TEMPLATE_ID -> playDepth(track, buffer, timeNs);
            case TradeDecoder.TEMPLATE_ID -> playTrade(track, buffer, timeNs);
            case BarDecoder.TEMPLATE_ID -> playBar(track, buffer, timeNs);
            case LiquidationDecoder.TEMPLATE_ID -> playLiquidation(track, buffer, timeNs);
            default -> playMark(track, buffer, timeNs);
        }
    }

    private void playTop(TapeTrack track, DirectBuffer buffer, long timeNs) {
        top.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        if (!top.flags().simulated()) {
            Quote quote =
                    new Quote(top.updateId(), top.bidPrice(), top.bidQuantity(), top.askPrice(), top.askQuantity());
            track.onTop(quote, timeNs);
        }
    }

    private void playDepth(TapeTrack track, DirectBuffer buffer, long timeNs) {
        depth.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        if (depth.part() == 0) {
            begin(track);
        }
        boolean last = depth.flags().last();
        for (DepthUpdateDecoder.BidsDecoder bid : depth.bids()) {
            track.level(false, bid.price(), bid.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder ask : depth.asks()) {
            track.level(true, ask.price(), ask.quantity());
        }
        if (last) {
            track.endDepth(timeNs);
        }
    }

    private void begin(TapeTrack track) {
        if (depth.kind() == DepthKind.SNAPSHOT) {
            track.beginSnapshot(depth.lastUpdateId());
        } else {
            track.beginDelta(depth.firstUpdateId(), depth.lastUpdateId(), depth.previousUpdateId());
        }
    }

    private void playTrade(TapeTrack track, DirectBuffer buffer, long timeNs) {
        trade.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        boolean counts = !trade.flags().correction() && !trade.flags().bust() && trade.quantity() > 0;
        if (counts) {
            track.onTrade(trade.aggressor(), trade.price(), trade.quantity(), timeNs);
        }
    }

    private void playBar(TapeTrack track, DirectBuffer buffer, long timeNs) {
        bar.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        track.onBar(bar.openPrice(), bar.highPrice(), bar.lowPrice(), bar.closePrice(), bar.volume(), timeNs);
    }

    private void playLiquidation(TapeTrack track, DirectBuffer buffer, long timeNs) {
        liquidation.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        track.onLiquidation(liquidation.side() == Side.BUY, liquidation.price(), liquidation.quantity(), timeNs);
    }

    private void playMark(TapeTrack track, DirectBuffer buffer, long timeNs) {
        mark.wrapAndApplyHeader(buffer, RecordLayout.MESSAGE_OFFSET, header);
        track.onMark(mark.markPrice(), mark.indexPrice(), mark.fundingRate(), mark.nextFundingTimeNs(), timeNs);
    }
}
