package io.lockstep.simulator.alpaca;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.InstrumentDefinitionEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import io.lockstep.engine.sbe.TradeEncoder;
import io.lockstep.engine.sbe.TradeFlagsEncoder;
import io.lockstep.engine.sbe.TradingStatusEncoder;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.sbe.Venue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A tape made record by record; of one share, IBM. */
final class TestTape implements RecordSource {
    private final Deque<Consumer<EngineEvent>> records = new ArrayDeque<>();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    TestTape() {
        records.add(this::define);
    }

    TestTape quote(long timeNs, String bid, String ask) {
        return quote(timeNs, FixedPoint.parse(bid), FixedPoint.parse(ask), 100 * FixedPoint.ONE);
    }

    TestTape quote(long timeNs, long bid, long ask, long size) {
        records.add(event -> {
            TopOfBookEncoder top = new TopOfBookEncoder()
                    .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                    .instrumentId(0)
                    .exchangeTimeNs(timeNs)
                    .updateId(FixedPoint.NULL)
                    .bidPrice(bid)
                    .bidQuantity(size)
                    .askPrice(ask)
                    .askQuantity(size);
            top.flags().clear();
            event.complete(top.limit(), timeNs);
        });
        return this;
    }

    TestTape trade(long timeNs, long id, String price, long shares) {
        return trade(timeNs, id, FixedPoint.parse(price), shares, flags -> {});
    }

    TestTape trade(long timeNs, long id, long price, long shares, Consumer<TradeFlagsEncoder> flags) {
        records.add(event -> {
            TradeEncoder trade = new TradeEncoder()
                    .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                    .instrumentId(0)
                    .aggressor(Side.NONE)
                    .exchangeTimeNs(timeNs)
                    .tradeId(id)
                    .lastTradeId(id)
                    .price(price)
                    .quantity(shares * FixedPoint.ONE);
            flags.accept(trade.flags().clear());
            event.complete(trade.limit(), timeNs);
        });
        return this;
    }

    TestTape status(long timeNs, TradingStatusKind kind) {
        records.add(event -> {
            TradingStatusEncoder status = new TradingStatusEncoder()
                    .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                    .instrumentId(0)
                    .status(kind)
                    .exchangeTimeNs(timeNs)
                    .limitDown(FixedPoint.parse("190"))
                    .limitUp(FixedPoint.parse("210"))
                    .reason("LUDP");
            event.complete(status.limit(), timeNs);
        });
        return this;
    }

    @Override
    public boolean next(EngineEvent into) {
        Consumer<EngineEvent> record = records.poll();
        if (record != null) {
            record.accept(into);
        }
        return record != null;
    }

    private void define(EngineEvent event) {
        InstrumentDefinitionEncoder definition = new InstrumentDefinitionEncoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)
                .instrumentId(0)
                .venue(Venue.ALPACA)
                .assetClass(AssetClass.EQUITY)
                .status(TradingStatusKind.TRADING)
                .symbol("IBM")
                .baseAsset("IBM")
                .quoteAsset("USD");
        event.complete(definition.limit(), 0);
    }
}
