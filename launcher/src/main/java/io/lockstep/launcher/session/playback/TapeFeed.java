package io.lockstep.launcher.session.playback;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.EpochOpenedDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Market data of several recordings, tapes or journals, merged by time, with the configuration's instrument ids. What the configuration does
 * not name, and whatever is not market data, is left out and counted; so is what a recorded epoch was opened with, for it stands in the epoch
 * before. Equal times keep the order of the recordings.
 */
public final class TapeFeed implements RecordSource {
    private static final int UNKNOWN = -1;

    private final List<Reel> reels = new ArrayList<>();
    private final List<Instrument> instruments;
    private long skipped;

    /** A feed for the instruments of a configuration. */
    public TapeFeed(List<Instrument> instruments, List<? extends RecordSource> recordings) {
        this.instruments = instruments;
        for (RecordSource recording : recordings) {
            Reel reel = new Reel(recording);
            reel.advance();
            reels.add(reel);
        }
    }

    @Override
    public boolean next(EngineEvent into) {
        Reel earliest = null;
        for (Reel reel : reels) {
            if (reel.hasEvent && (earliest == null || reel.event.timeNs() < earliest.event.timeNs())) {
                earliest = reel;
            }
        }
        if (earliest == null) {
            return false;
        }
        into.copyFrom(earliest.event.buffer(), 0, earliest.event.length());
        earliest.advance();
        return true;
    }

    /** Records left out: other instruments, or no market data. */
    long skipped() {
        return skipped;
    }

    private static boolean isMarketData(int templateId) {
        return switch (templateId) {
            case TopOfBookDecoder.TEMPLATE_ID,
                    DepthUpdateDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    BarDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID,
                    TradingStatusDecoder.TEMPLATE_ID,
                    MarketDataGapDecoder.TEMPLATE_ID,
                    LiquidationDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    /** One recording and its next event. */
    private final class Reel {
        private final RecordSource source;
        private final EngineEvent event = new EngineEvent();
        private final List<Integer> ids = new ArrayList<>();
        private boolean hasEvent;
        private boolean isOpening;

        Reel(RecordSource source) {
            this.source = source;
        }

        void advance() {
            do {
                hasEvent = source.next(event);
            } while (hasEvent && !isWanted());
        }

        private boolean isWanted() {
            if (event.templateId() == InstrumentDefinitionDecoder.TEMPLATE_ID) {
                define(Definitions.decode(event.buffer(), RecordLayout.MESSAGE_OFFSET));
                return false;
            }
            noteOpening(event.templateId());
            boolean wanted = !isOpening && isMarketData(event.templateId()) && renumber();
            skipped += wanted ? 0 : 1;
            return wanted;
        }

        private void noteOpening(int templateId) {
            if (templateId == EpochOpeningDecoder.TEMPLATE_ID) {
                isOpening = true;
            } else if (templateId == EpochOpenedDecoder.TEMPLATE_ID) {
                isOpening = false;
            }
        }

        /** The instrument of the same venue and symbol; else one of the same symbol, as tapes of other venues are played. */
        private void define(Instrument recorded) {
            while (ids.size() <= recorded.id()) {
                ids.add(UNKNOWN);
            }
            for (Instrument instrument : instruments) {
                boolean same = instrument.symbol().equals(recorded.symbol());
                if (same && (ids.get(recorded.id()) == UNKNOWN || instrument.venue() == recorded.venue())) {
                    ids.set(recorded.id(), instrument.id());
                }
            }
        }

        /** Every market data message starts with its instrument id. */
        private boolean renumber() {
            int recorded = event.buffer().getInt(RecordLayout.BODY_OFFSET);
            int id = recorded >= 0 && recorded < ids.size() ? ids.get(recorded) : UNKNOWN;
            event.buffer().putInt(RecordLayout.BODY_OFFSET, id);
            return id != UNKNOWN;
        }
    }
}
