package io.lockstep.gateway.alpaca.execution;

import io.lockstep.gateway.alpaca.wire.BodyReader;

/** One execution as the stream or a query tells it; reused. Price and quantity E8, time UTC nanoseconds. */
final class Execution {
    private static final int MOST_ID = 40;

    final StringBuilder id = new StringBuilder(MOST_ID);
    long price;
    long quantity;
    long timeNs;

    void clear() {
        id.setLength(0);
        price = BodyReader.MISSING;
        quantity = BodyReader.MISSING;
        timeNs = BodyReader.MISSING;
    }

    boolean isComplete() {
        return price != BodyReader.MISSING
                && quantity != BodyReader.MISSING
                && quantity > 0
                && timeNs != BodyReader.MISSING;
    }
}
