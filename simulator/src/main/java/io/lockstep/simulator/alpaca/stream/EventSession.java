package io.lockstep.simulator.alpaca.stream;

import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;

/**
 * A reader of {@code /v2/events/trades}: the account's updates as server-sent events, those since a time or an id first. One with an
 * end is closed there. (Alpaca, "Subscribe to Trade Events (SSE)", and the client of the Go library, read 2026-11.)
 */
public final class EventSession implements SocketSession, UpdateReader {
    private static final int DONE = 1000;
    private static final String NO_ID = "";

    private final TradeUpdates updates;
    private final SocketPeer peer;
    private final int accountId;
    private final Span span;
    private boolean silent;
    private boolean ended;

    /**
     * What a reader asks for.
     *
     * @param sinceNs first time, UTC, nanoseconds; {@code Long.MAX_VALUE} for nothing of what has been
     * @param sinceId id after which to begin, empty if a time is named
     * @param untilNs last time, UTC, nanoseconds; {@code Long.MAX_VALUE} for no end
     * @param untilId id to end with, empty for none
     */
    record Span(long sinceNs, String sinceId, long untilNs, String untilId) {
        /**
         * Reads the parameters.
         *
         * @throws ApiError 422 if an end is named without a beginning, or two beginnings
         */
        static Span of(Fields query) {
            Span span = new Span(
                    query.time("since", Long.MAX_VALUE),
                    query.text("since_id", NO_ID),
                    query.time("until", Long.MAX_VALUE),
                    query.text("until_id", NO_ID));
            require(!query.has("until") || query.has("since"), "since is required if until is specified");
            require(!query.has("until_id") || query.has("since_id"), "since_id is required if until_id is specified");
            require(!query.has("since") || !query.has("since_id"), "since and since_id cannot be used together");
            return span;
        }

        private static void require(boolean right, String otherwise) {
            if (!right) {
                throw ApiError.invalid(otherwise);
            }
        }

        private boolean reaches(Update update) {
            return sinceId.isEmpty() ? update.timeNs() >= sinceNs : update.id().compareTo(sinceId) > 0;
        }

        private boolean endsBefore(Update update) {
            return update.timeNs() > untilNs
                    || !untilId.isEmpty() && update.id().compareTo(untilId) > 0;
        }
    }

    /**
     * A reader that is told at once what it missed.
     *
     * @param query its parameters, checked by {@link #check}
     * @param agenda ends it when its last time has passed
     */
    public EventSession(TradeUpdates updates, SocketPeer peer, int accountId, Fields query, Agenda agenda) {
        this.updates = updates;
        this.peer = peer;
        this.accountId = accountId;
        this.span = Span.of(query);
        for (Update update : updates.told()) {
            if (span.reaches(update)) {
                onUpdate(update);
            }
        }
        updates.add(this);
        if (span.untilNs() != Long.MAX_VALUE) {
            agenda.at(span.untilNs() + 1, this::end);
        }
    }

    /**
     * Checks the parameters of a reader.
     *
     * @throws ApiError 422 if they contradict each other
     */
    public static void check(Fields query) {
        Span.of(query);
    }

    @Override
    public void onUpdate(Update update) {
        if (silent || update.accountId() != accountId) {
            return;
        }
        if (span.endsBefore(update)) {
            end();
            return;
        }
        peer.send(update.data());
        if (update.id().equals(span.untilId())) {
            end();
        }
    }

    @Override
    public boolean holdsStreamOf(int account) {
        return false;
    }

    @Override
    public void forget() {
        silent = true;
    }

    @Override
    public void cut() {
        peer.cut();
    }

    /** Nobody writes to it. */
    @Override
    public void onText(String text) {
        cut();
    }

    @Override
    public void onClose() {
        updates.remove(this);
    }

    private void end() {
        if (!ended) {
            ended = true;
            silent = true;
            peer.close(DONE, "");
        }
    }
}
