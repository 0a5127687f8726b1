package io.lockstep.gateway.binance.marketdata.book;

import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.reference.Product;

/**
 * How an update's ids tell whether it continues a book.
 *
 * <p>Spot ids count one by one: an update continues the book at {@code id} if {@code U <= id + 1 <= u}. The venue's page words the
 * first update after a snapshot otherwise ({@code U <= id <= u}), which real recordings do not meet. Futures ids are shared by all
 * symbols, so that {@code pu} names the update before; the first after a snapshot is the one that spans or follows it.
 *
 * <p>Binance Spot API, "How to manage a local order book correctly", and USDⓈ-M Futures, same title, read 2026-11.
 */
enum UpdateIdRule {
    SPOT {
        @Override
        Verdict first(DepthMessage update, long snapshotId) {
            return next(update, snapshotId);
        }

        @Override
        Verdict next(DepthMessage update, long bookId) {
            if (update.lastUpdateId() <= bookId) {
                return Verdict.OLD;
            }
            return update.firstUpdateId() <= bookId + 1 ? Verdict.CONTINUES : Verdict.GAP;
        }
    },
    USDM {
        @Override
        Verdict first(DepthMessage update, long snapshotId) {
            if (update.lastUpdateId() < snapshotId) {
                return Verdict.OLD;
            }
            boolean spans = update.firstUpdateId() <= snapshotId;
            boolean follows = update.previousUpdateId() <= snapshotId;
            return spans || follows ? Verdict.CONTINUES : Verdict.GAP;
        }

        @Override
        Verdict next(DepthMessage update, long bookId) {
            if (update.lastUpdateId() <= bookId) {
                return Verdict.OLD;
            }
            return update.previousUpdateId() == bookId ? Verdict.CONTINUES : Verdict.GAP;
        }
    };

    /** What an update is to a book. */
    enum Verdict {
        /** Already in the book. */
        OLD,
        /** The book's next change. */
        CONTINUES,
        /** Something before it is missing. */
        GAP
    }

    /** What the first update is to a book that is a snapshot. */
    abstract Verdict first(DepthMessage update, long snapshotId);

    /** What an update of another session, cut at other places, is to a book whose last update is known. */
    Verdict resumed(DepthMessage update, long bookId) {
        return update.lastUpdateId() <= bookId ? Verdict.OLD : first(update, bookId);
    }

    /** What an update is to a book whose last update is known. */
    abstract Verdict next(DepthMessage update, long bookId);

    static UpdateIdRule of(Product product) {
        return product == Product.SPOT ? SPOT : USDM;
    }
}
