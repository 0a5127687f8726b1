package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.gateway.binance.marketdata.EventText;
import java.util.ArrayList;
import java.util.List;

/** A book built from ring records alone, as the engine builds it, with a note of every gap. */
final class EngineBook {
    final OrderBook book = new OrderBook();
    final List<String> gaps = new ArrayList<>();
    private final Runnable afterChange;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();

    /** Makes a book that calls {@code afterChange} after every change, but not after snapshots. */
    EngineBook(Runnable afterChange) {
        this.afterChange = afterChange;
    }

    void onEvent(EngineEvent event) {
        if (event.templateId() == MarketDataGapDecoder.TEMPLATE_ID) {
            book.invalidate();
            gaps.add(EventText.of(event));
        } else if (event.templateId() == DepthUpdateDecoder.TEMPLATE_ID) {
            apply(event);
        }
    }

    private void apply(EngineEvent event) {
        depth.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
        boolean snapshot = depth.kind() == DepthKind.SNAPSHOT;
        if (snapshot && depth.part() == 0) {
            book.clear();
        }
        for (DepthUpdateDecoder.BidsDecoder level : depth.bids()) {
            book.setBid(level.price(), level.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder level : depth.asks()) {
            book.setAsk(level.price(), level.quantity());
        }
        if (depth.flags().last()) {
            if (snapshot || book.isValid()) {
                book.markValid(depth.lastUpdateId());
            }
            if (!snapshot) {
                afterChange.run();
            }
        }
    }
}
