package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.transport.json.JsonCursor;

/** Reads the fields of one message, on the stream or in a list of past ones, where they have the same keys. Reused; allocates nothing. */
final class MessageFields {
    final TickMessage tick = new TickMessage();
    final BarMessage bar = new BarMessage();
    final BookLevels bids = new BookLevels();
    final BookLevels asks = new BookLevels();
    boolean wholeBook;
    private final JsonCursor cursor;
    private final ValueReader values;
    private int type;

    MessageFields(JsonCursor cursor, ValueReader values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** Starts over with a message of a type. */
    void begin(int type) {
        this.type = type;
        tick.clear();
        bar.clear();
        bids.clear();
        asks.clear();
        wholeBook = false;
    }

    /** Reads the value of one key; a key the type does not have is passed over. */
    void read(int key) {
        switch (key) {
            case 'S' -> tick.instrumentId = values.symbol();
            case 't' -> {
                tick.timeNs = values.time();
                bar.openTimeNs = tick.timeNs;
            }
            case 'z' -> tick.tape = values.code();
            default -> readFieldOfType(key);
        }
    }

    private void readFieldOfType(int key) {
        switch (type) {
            case 'q' -> readQuote(key);
            case 't', 'x' -> readTrade(key);
            case 'b', 'u', 'd' -> readBar(key);
            case 'o' -> readBook(key);
            case 'c' -> readCorrection(key);
            case 'l' -> readBands(key);
            default -> readStatus(key);
        }
    }

    private void readQuote(int key) {
        switch (key) {
            case 'b' << 8 | 'p' -> tick.bidPrice = values.number();
            case 'b' << 8 | 's' -> tick.bidSize = values.number();
            case 'a' << 8 | 'p' -> tick.askPrice = values.number();
            case 'a' << 8 | 's' -> tick.askSize = values.number();
            default -> cursor.skipValue();
        }
    }

    private void readTrade(int key) {
        switch (key) {
            case 'x' -> tick.exchange = values.code();
            case 'i' -> tick.tradeId = values.id();
            case 'p' -> tick.price = values.number();
            case 's' -> tick.size = values.number();
            case 'c' -> values.conditions(tick.conditions);
            case 't' << 16 | 'k' << 8 | 's' -> tick.aggressor = values.aggressor();
            default -> cursor.skipValue();
        }
    }

    private void readCorrection(int key) {
        switch (key) {
            case 'o' << 8 | 'i' -> tick.tradeId = values.id();
            case 'o' << 8 | 'p' -> tick.price = values.number();
            case 'o' << 8 | 's' -> tick.size = values.number();
            case 'o' << 8 | 'c' -> values.conditions(tick.conditions);
            case 'c' << 8 | 'i' -> tick.correctedId = values.id();
            case 'c' << 8 | 'p' -> tick.correctedPrice = values.number();
            case 'c' << 8 | 's' -> tick.correctedSize = values.number();
            case 'c' << 8 | 'c' -> values.conditions(tick.correctedConditions);
            default -> cursor.skipValue();
        }
    }

    private void readBar(int key) {
        switch (key) {
            case 'o' -> bar.open = values.number();
            case 'h' -> bar.high = values.number();
            case 'l' -> bar.low = values.number();
            case 'c' -> bar.close = values.number();
            case 'v' -> bar.volume = values.number();
            case 'n' -> bar.trades = values.id();
            case 'v' << 8 | 'w' -> bar.meanPrice = values.number();
            default -> cursor.skipValue();
        }
    }

    private void readBook(int key) {
        switch (key) {
            case 'b' -> values.levels(bids);
            case 'a' -> values.levels(asks);
            case 'r' -> wholeBook = cursor.readBoolean();
            default -> cursor.skipValue();
        }
    }

    private void readBands(int key) {
        switch (key) {
            case 'u' -> tick.limitUp = values.number();
            case 'd' -> tick.limitDown = values.number();
            case 'i' -> values.codeText(tick.reason);
            default -> cursor.skipValue();
        }
    }

    private void readStatus(int key) {
        switch (key) {
            case 's' << 8 | 'c' -> tick.statusCode = values.code();
            case 'r' << 8 | 'c' -> values.codeText(tick.reason);
            default -> cursor.skipValue();
        }
    }
}
