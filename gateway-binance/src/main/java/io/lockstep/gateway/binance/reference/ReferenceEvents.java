package io.lockstep.gateway.binance.reference;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.ClockSampleEncoder;
import io.lockstep.engine.sbe.InstrumentDefinitionEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TradingStatusEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.sbe.Venue;

/** Writes what is known of a venue into ring slots. Cold path: allocates. */
final class ReferenceEvents {
    private ReferenceEvents() {}

    /** A symbol with every limit an event can carry; a limit of 0 is none, as at the venue. */
    static void definition(EngineEvent event, Instrument instrument, SymbolRules rules, long nowNs) {
        event.blankPadding();
        InstrumentDefinitionEncoder encoder = new InstrumentDefinitionEncoder();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(instrument.id())
                .venue(instrument.venue())
                .assetClass(instrument.assetClass())
                .status(rules.status())
                .tickSize(instrument.tickSize())
                .lotSize(instrument.lotSize())
                .minQuantity(instrument.minQuantity())
                .maxQuantity(instrument.maxQuantity())
                .marketLotSize(Math.max(rules.marketLot().stepSize(), instrument.lotSize()))
                .marketMaxQuantity(rules.marketLot().max())
                .minNotional(instrument.minNotional())
                .maxNotional(
                        rules.notional().max() == 0
                                ? FixedPoint.NULL
                                : rules.notional().max())
                .minPrice(rules.price().min())
                .maxPrice(rules.price().max())
                .contractSize(instrument.contractSize())
                .makerFee(instrument.makerFee())
                .takerFee(instrument.takerFee())
                .symbol(instrument.symbol())
                .baseAsset(instrument.baseAsset())
                .quoteAsset(instrument.quoteAsset());
        event.complete(encoder.limit(), nowNs);
    }

    /** What the venue allows on a symbol now. */
    static void status(EngineEvent event, int instrumentId, TradingStatusKind status, String word, long nowNs) {
        event.blankPadding();
        TradingStatusEncoder encoder = new TradingStatusEncoder();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(instrumentId)
                .status(status)
                .exchangeTimeNs(FixedPoint.NULL)
                .limitDown(FixedPoint.NULL)
                .limitUp(FixedPoint.NULL)
                .reason(word.substring(0, Math.min(word.length(), TradingStatusEncoder.reasonLength())));
        event.complete(encoder.limit(), nowNs);
    }

    /** The venue's clock against ours. */
    static void clock(EngineEvent event, Venue venue, long offsetNs, long roundTripNs, long nowNs) {
        event.blankPadding();
        ClockSampleEncoder encoder = new ClockSampleEncoder();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .venue(venue)
                .offsetNs(offsetNs)
                .roundTripNs(roundTripNs);
        event.complete(encoder.limit(), nowNs);
    }
}
