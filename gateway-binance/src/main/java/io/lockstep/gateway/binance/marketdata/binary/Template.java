package io.lockstep.gateway.binance.marketdata.binary;

/** The kinds of binary frame, their ids and the streams they come on. */
enum Template {
    /** One or more trades. */
    TRADES(10_000, "trade"),
    /** Best bid and ask; old ones are left out under load. */
    QUOTE(10_001, "bestBidAsk"),
    /** The best twenty levels. */
    SNAPSHOT(10_002, "depth20"),
    /** A change of the book. */
    CHANGE(10_003, "depth");

    private static final Template[] ALL = values();

    private final int id;
    private final String stream;

    Template(int id, String stream) {
        this.id = id;
        this.stream = stream;
    }

    /** Position of a template by its id on the wire, or -1. */
    static int indexOf(int id) {
        int index = id - TRADES.id;
        return index >= 0 && index < ALL.length ? index : -1;
    }

    /** The template at a position. */
    static Template at(int index) {
        return ALL[index];
    }

    /** Position of the template of a stream by what follows its symbol, or -1. */
    static int indexOfStream(String suffix) {
        for (Template template : ALL) {
            if (template.stream.equals(suffix)) {
                return template.ordinal();
            }
        }
        return -1;
    }
}
