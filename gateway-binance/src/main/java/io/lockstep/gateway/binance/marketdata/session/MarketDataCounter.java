package io.lockstep.gateway.binance.marketdata.session;

/** What a line counts besides what its decoder made of each frame. */
enum MarketDataCounter {
    /** Events published. */
    EVENTS_PUBLISHED,
    /** Messages lost because the ring was full, depth apart. */
    EVENTS_REFUSED,
    /** Depth messages refused because the ring was full; those of a book kept whole wait for its next snapshot. */
    DEPTH_REFUSED,
    /** Quotes that gave way to newer ones while the ring was full. */
    QUOTES_CONFLATED,
    /** Messages seen before. */
    DUPLICATES,
    /** Trades whose ids were skipped. */
    TRADES_LOST,
    /** Gaps in books. */
    BOOK_GAPS,
    /** Gaps told of instruments whose book is not kept. */
    PRICE_GAPS,
    /** Book updates already applied. */
    BOOK_UPDATES_IGNORED,
    /** Book updates dropped because too many waited for a snapshot, or because their stream was lost before it came. */
    BOOK_UPDATES_DROPPED,
    /** Snapshots asked for. */
    SNAPSHOTS_REQUESTED,
    /** Times a due snapshot waited for weight. */
    SNAPSHOTS_POSTPONED,
    /** Snapshots not answered, refused or not readable. */
    SNAPSHOTS_FAILED,
    /** Streams found mute. */
    STREAMS_MUTE,
    /** Sessions replaced without loss. */
    SESSIONS_REPLACED,
    /** Sessions lost with nothing to replace them. */
    SESSIONS_LOST,
    /** Frames of sessions already replaced; their successor has them too. */
    FRAMES_OF_REPLACED,
    /** Successors given up because too many of their frames waited. */
    OVERLAPS_TOO_LONG,
    /** Subscriptions the venue refused. */
    SUBSCRIPTIONS_REFUSED,
    /** Sessions closed because too much of what they sent was not readable. */
    GARBAGE_CLOSES
}
