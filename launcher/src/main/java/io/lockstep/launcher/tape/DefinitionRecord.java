package io.lockstep.launcher.tape;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.InstrumentDefinitionEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;

/** Writes the definition of an instrument. */
final class DefinitionRecord {
    private DefinitionRecord() {}

    static void encode(Instrument instrument, EngineEvent event, long timeNs) {
        InstrumentDefinitionEncoder encoder = new InstrumentDefinitionEncoder();
        encoder.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(instrument.id())
                .venue(instrument.venue())
                .assetClass(instrument.assetClass())
                .status(TradingStatusKind.TRADING)
                .tickSize(instrument.tickSize())
                .lotSize(instrument.lotSize())
                .minQuantity(instrument.minQuantity())
                .maxQuantity(instrument.maxQuantity())
                .marketLotSize(instrument.lotSize())
                .marketMaxQuantity(instrument.maxQuantity())
                .minNotional(instrument.minNotional())
                .maxNotional(FixedPoint.NULL)
                .minPrice(0)
                .maxPrice(0)
                .contractSize(instrument.contractSize())
                .makerFee(instrument.makerFee())
                .takerFee(instrument.takerFee())
                .symbol(instrument.symbol())
                .baseAsset(instrument.baseAsset())
                .quoteAsset(instrument.quoteAsset());
        event.complete(encoder.limit(), timeNs);
    }
}
