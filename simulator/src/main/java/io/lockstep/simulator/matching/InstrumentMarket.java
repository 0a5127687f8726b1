package io.lockstep.simulator.matching;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.simulator.market.DisplayedMarket;
import io.lockstep.simulator.market.SyntheticQuotes;
import io.lockstep.simulator.matching.book.BookSide;
import io.lockstep.simulator.matching.book.TriggerBook;
import io.lockstep.simulator.order.TradingRules;
import io.lockstep.simulator.order.TriggerSource;

/** Everything the venue knows of one instrument. */
final class InstrumentMarket {
    final DisplayedMarket displayed;
    final SyntheticQuotes formed;
    final BookSide bids = new BookSide(false);
    final BookSide asks = new BookSide(true);
    final TriggerBook triggers = new TriggerBook();
    Instrument instrument;
    TradingRules rules;
    TradingStatusKind status = TradingStatusKind.TRADING;
    long lastPrice;
    long markPrice;
    long fundingRate;
    long nextFundingNs = FixedPoint.NULL;

    /** Whether recorded quotes or depth are known: then none are formed. */
    boolean quotesRecorded;

    /** Whether recorded trades are known: then bars say nothing new. */
    boolean tradesRecorded;

    InstrumentMarket(Instrument instrument, TradingRules rules, MatchingSettings settings) {
        this.instrument = instrument;
        this.rules = rules;
        this.displayed = new DisplayedMarket(instrument, settings.depth());
        this.formed = new SyntheticQuotes(settings.formedSpreadTicks(), settings.formedSizeMultiple());
    }

    BookSide side(boolean isAsks) {
        return isAsks ? asks : bids;
    }

    /** Price that stands for the instrument: mark, else last, else middle of the quote, quote currency, E8; 0 for none. */
    long referencePrice() {
        if (markPrice != 0) {
            return markPrice;
        }
        return lastPrice != 0 ? lastPrice : displayed.mid();
    }

    /** Price a trigger looks at, quote currency, E8; 0 for none. */
    long triggerPrice(TriggerSource source, boolean rising) {
        if (source == TriggerSource.MARK) {
            return markPrice;
        }
        return tradesRecorded || lastPrice != 0 ? lastPrice : displayed.best(rising);
    }
}
