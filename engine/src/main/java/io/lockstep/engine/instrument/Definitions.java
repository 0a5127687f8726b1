package io.lockstep.engine.instrument;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import org.agrona.DirectBuffer;

/** Instruments to and from their event. Cold path: allocates. */
public final class Definitions {
    private Definitions() {}

    /**
     * Writes a definition event.
     *
     * @param timeNs event time, UTC, nanoseconds
     */
    public static void encode(Instrument instrument, EngineEvent event, long timeNs) {
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

    /** Reads the definition whose SBE header stands at {@code offset}. */
    public static Instrument decode(DirectBuffer buffer, int offset) {
        InstrumentDefinitionDecoder decoder = new InstrumentDefinitionDecoder();
        decoder.wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        return new Instrument(
                decoder.instrumentId(),
                decoder.venue(),
                decoder.assetClass(),
                decoder.symbol(),
                decoder.baseAsset(),
                decoder.quoteAsset(),
                decoder.tickSize(),
                decoder.lotSize(),
                decoder.minQuantity(),
                decoder.maxQuantity(),
                decoder.minNotional(),
                decoder.contractSize(),
                decoder.makerFee(),
                decoder.takerFee());
    }
}
