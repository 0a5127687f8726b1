package io.lockstep.gateway.binance.marketdata.json;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.marketdata.message.DepthMessage;
import io.lockstep.gateway.binance.marketdata.message.EpochTime;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;

/** Reads a change of a book in the form the venues write it, keys in any order; {@link DepthParser} reads all others. */
final class DepthScanner {
    private static final int PAIR = 'p' << 8 | 's';
    private static final int TYPE = 's' << 8 | 't';
    private static final int PREVIOUS_ID = 'p' << 8 | 'u';
    private static final long DEPTH_UP = 0x7055_6874_7065_6422L; // "depthUp
    private static final long DATE = 0x22_6574_6164L; // date"
    private static final int SIDES_ID_AND_SYMBOL = 0b1_1111;
    private static final int WITH_PREVIOUS = 0b11_1111;

    private final SymbolTable symbols;
    private final int required;
    private final PlainReader reader = new PlainReader();
    private final DepthMessage depth;
    private long eventTime;
    private long transactionTime;
    private long firstId;
    private long lastId;
    private long previousId;

    DepthScanner(Product product, SymbolTable symbols, DepthMessage depth) {
        this.symbols = symbols;
        this.required = product == Product.USDM ? WITH_PREVIOUS : SIDES_ID_AND_SYMBOL;
        this.depth = depth;
    }

    /**
     * Reads one object into the message.
     *
     * @param start index of its opening brace
     * @return index behind its closing brace; negative where it is not of that form or not whole, and the message is worthless
     */
    int scan(byte[] bytes, int start) {
        reader.wrap(bytes, start + 1);
        depth.clear();
        eventTime = FixedPoint.NULL;
        transactionTime = FixedPoint.NULL;
        previousId = FixedPoint.NULL;
        int seen = 0;
        int after;
        do {
            int field = readField(reader.key());
            if (field < 0) {
                return -1;
            }
            seen |= field;
            after = reader.next();
        } while (after == ',');
        depth.exchangeTimeNs(transactionTime != FixedPoint.NULL ? transactionTime : eventTime);
        depth.updateIds(firstId, lastId, previousId);
        return after == '}' && (seen & required) == required ? reader.position() : -1;
    }

    /** Reads one value; its bit among those required, 0 for one that is not, negative for one that is unusual. */
    private int readField(int key) {
        switch (key) {
            case 'b' -> {
                return readLevels(depth.bids()) ? 1 : -1;
            }
            case 'a' -> {
                return readLevels(depth.asks()) ? 1 << 1 : -1;
            }
            case 's' -> {
                depth.instrumentId(reader.symbol(symbols));
                return depth.instrumentId() == SymbolTable.NOT_FOUND ? -1 : 1 << 2;
            }
            case PAIR -> {
                return reader.symbol(symbols) == SymbolTable.NOT_FOUND ? -1 : 0;
            }
            case 'e' -> {
                return readKind();
            }
            case 'U', 'u', PREVIOUS_ID, 'T', 'E', TYPE -> {
                return readNumber(key);
            }
            default -> {
                return -1;
            }
        }
    }

    private int readNumber(int key) {
        long value = reader.number();
        if (value < 0) {
            return -1;
        }
        switch (key) {
            case 'U' -> {
                firstId = value;
                return 1 << 3;
            }
            case 'u' -> {
                lastId = value;
                return 1 << 4;
            }
            case PREVIOUS_ID -> {
                previousId = value;
                return 1 << 5;
            }
            case 'T' -> transactionTime = EpochTime.toNs(value);
            case 'E' -> eventTime = EpochTime.toNs(value);
            default -> {}
        }
        return 0;
    }

    private boolean readLevels(DepthMessage.Levels levels) {
        levels.clear();
        if (reader.next() != '[') {
            return false;
        }
        int after = reader.next();
        if (after == ']') {
            return true;
        }
        while (after == '[') {
            long price = reader.decimal();
            boolean parted = reader.next() == ',';
            long quantity = reader.decimal();
            if (price <= 0 || quantity < 0 || !parted || reader.next() != ']') {
                return false;
            }
            levels.add(price, quantity);
            after = reader.next();
            if (after == ']') {
                return true;
            }
            after = after == ',' ? reader.next() : 0;
        }
        return false;
    }

    private int readKind() {
        boolean begins = reader.peek() == DEPTH_UP;
        reader.position(reader.position() + Long.BYTES);
        boolean ended = (reader.peek() & 0xFF_FFFF_FFFFL) == DATE;
        reader.position(reader.position() + 5);
        return begins && ended ? 0 : -1;
    }
}
