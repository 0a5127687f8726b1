package io.lockstep.launcher.tape.inspect;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the book of one instrument and compares its top, after every update, with the venue's own last quote of that update or
 * before. Quotes and updates come on two streams, either may be ahead: a comparison waits until a later quote is seen, and quotes are
 * kept until an update has passed them. Where one of the streams is missing, the other does not pile up.
 */
final class BookCheck {
    private static final int SHOWN = 10;
    private static final int KEPT = 1 << 16;

    private final OrderBook book = new OrderBook();
    private final Deque<Top> waiting = new ArrayDeque<>();
    private final Deque<Top> quotes = new ArrayDeque<>();
    private final List<BookMismatch> mismatches = new ArrayList<>();
    private long checks;
    private long matches;

    /** Best bid and ask as of an update id. */
    private record Top(long updateId, long bidPrice, long bidQuantity, long askPrice, long askQuantity) {
        boolean shows(Top other) {
            return bidPrice == other.bidPrice
                    && bidQuantity == other.bidQuantity
                    && askPrice == other.askPrice
                    && askQuantity == other.askQuantity;
        }

        String text() {
            return FixedPoint.format(bidQuantity) + " @ " + FixedPoint.format(bidPrice) + " / "
                    + FixedPoint.format(askQuantity) + " @ " + FixedPoint.format(askPrice);
        }
    }

    /**
     * Takes a part of a depth message.
     *
     * @param follows whether no update is missing before it
     */
    void onDepth(DepthUpdateDecoder depth, boolean follows) {
        boolean snapshot = depth.kind() == DepthKind.SNAPSHOT;
        if (snapshot && depth.part() == 0) {
            book.clear();
        }
        boolean stale = !snapshot && (!book.isValid() || depth.lastUpdateId() <= book.lastUpdateId());
        if (stale) {
            return;
        }
        apply(depth);
        if (depth.flags().last()) {
            complete(depth.lastUpdateId(), snapshot, follows);
        }
    }

    /** Takes the venue's quote. */
    void onQuote(TopOfBookDecoder top) {
        if (quotes.size() == KEPT) {
            quotes.remove();
        }
        quotes.add(new Top(top.updateId(), top.bidPrice(), top.bidQuantity(), top.askPrice(), top.askQuantity()));
        compareUntil(top.updateId());
    }

    /** No further quote will come. */
    void onEnd() {
        compareUntil(Long.MAX_VALUE);
    }

    /** Comparisons made. */
    long checks() {
        return checks;
    }

    /** Comparisons in which price and size of both sides were equal. */
    long matches() {
        return matches;
    }

    /** The first differences. */
    List<BookMismatch> mismatches() {
        return List.copyOf(mismatches);
    }

    private void complete(long updateId, boolean snapshot, boolean follows) {
        if (!follows) {
            book.invalidate();
            return;
        }
        book.markValid(updateId);
        if (!snapshot) {
            if (waiting.size() == KEPT) {
                waiting.remove();
            }
            waiting.add(
                    new Top(updateId, book.bidPrice(0), book.bidQuantity(0), book.askPrice(0), book.askQuantity(0)));
            compareUntil(quotes.isEmpty() ? 0 : quotes.getLast().updateId());
        }
    }

    /** Compares the tops that no quote still to come can be about. */
    private void compareUntil(long quoteId) {
        while (!waiting.isEmpty() && waiting.element().updateId() < quoteId) {
            compare(waiting.remove());
        }
    }

    private void compare(Top rebuilt) {
        Top venue = lastQuoteUpTo(rebuilt.updateId());
        if (venue == null) {
            return;
        }
        checks++;
        if (rebuilt.shows(venue)) {
            matches++;
        } else if (mismatches.size() < SHOWN) {
            mismatches.add(new BookMismatch(rebuilt.updateId(), rebuilt.text(), venue.updateId(), venue.text()));
        }
    }

    /** The last quote of an update or before; forgets the older ones. */
    private @Nullable Top lastQuoteUpTo(long updateId) {
        Top last = null;
        while (!quotes.isEmpty() && quotes.element().updateId() <= updateId) {
            last = quotes.remove();
        }
        if (last != null) {
            quotes.addFirst(last);
        }
        return last;
    }

    private void apply(DepthUpdateDecoder depth) {
        for (DepthUpdateDecoder.BidsDecoder bids = depth.bids(); bids.hasNext(); ) {
            bids.next();
            book.setBid(bids.price(), bids.quantity());
        }
        for (DepthUpdateDecoder.AsksDecoder asks = depth.asks(); asks.hasNext(); ) {
            asks.next();
            book.setAsk(asks.price(), asks.quantity());
        }
    }
}
