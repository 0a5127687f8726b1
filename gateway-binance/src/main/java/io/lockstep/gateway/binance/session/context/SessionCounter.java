package io.lockstep.gateway.binance.session.context;

/** What an account's session counts. */
public enum SessionCounter {
    /** Commands sent on the WebSocket API. */
    SENT_BY_SOCKET,
    /** Commands sent by REST, because the WebSocket API was down or does not offer them. */
    SENT_BY_REST,
    /** Commands refused here because nothing is to be sent at all. */
    REFUSED_SHADOW,
    /** New orders and changes refused because the account is not ready. */
    REFUSED_NOT_READY,
    /** New orders and changes refused because the venue's clock is too far from ours, or not known. */
    REFUSED_CLOCK,
    /** Commands refused because a limit of the venue would be passed, or we are banned. */
    REFUSED_LIMIT,
    /** Commands refused because the venue does not offer what they ask for. */
    REFUSED_NOT_OFFERED,
    /** Orders that would have said something else than their command, or would have left a second time; each kills. */
    REFUSED_OTHERWISE,
    /** Commands refused because the socket or the table of open requests is full. */
    REFUSED_FULL,
    /** Requests whose answer did not come in time, or was lost with its connection. */
    ANSWERS_LOST,
    /** Answers to requests that were given up before. */
    ANSWERS_LATE,
    /** Answers to nothing that is remembered. */
    ANSWERS_UNKNOWN,
    /** Answers that could not be read. */
    ANSWERS_MALFORMED,
    /** Questions about orders, and requests about several, that failed. */
    REQUESTS_FAILED,
    /** User events that could not be read, or are of a kind not known here; each leads to a catch-up. */
    EVENTS_NOT_UNDERSTOOD,
    /** User events in symbols that are none of this run's. */
    EVENTS_FOREIGN,
    /** Lists read from the venue and published. */
    LISTS_READ,
    /** Lists that could not be had. */
    LISTS_FAILED,
    /** Catch-ups completed, after which the account was ready. */
    CATCH_UPS,
    /** Bans and limits the venue told of. */
    BANS,
    /** Clock measurements that failed. */
    CLOCK_FAILURES,
    /** Listen keys made. */
    LISTEN_KEYS
}
