package io.lockstep.journal.rollfile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes down what the queue's own documents look like, in its binary wire format, with zeros for the numbers that change.
 *
 * <pre>
 *   name     B9 length text (event)   B6 length text (type)   C0+length text (field)
 *   number   A1 int8 | A5 int16 | A7 int64 (aligned)   8D int64 array (aligned): capacity, used, entries
 *   block    82 int32 length
 *   padding  8F one byte | 8E int32 length, zeros
 * </pre>
 */
final class StoreDocuments {
    private static final int PADDING_1 = 0x8F;
    private static final int PADDING_N = 0x8E;
    private static final int PADDING_N_BYTES = 5;
    private static final int INT8 = 0xA1;
    private static final int INT16 = 0xA5;
    private static final int INT64 = 0xA7;
    private static final int INT64_ARRAY = 0x8D;
    private static final int BLOCK = 0x82;
    private static final int EVENT = 0xB9;
    private static final int TYPE = 0xB6;
    private static final int FIELD = 0xC0;

    private final ByteBuffer out;
    private final long origin;

    private StoreDocuments(int capacity, long origin) {
        this.out = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        this.origin = origin;
    }

    /** The store header up to where the index of indexes begins. */
    static ByteBuffer storeHeader(StoreLayout layout) {
        StoreDocuments document = new StoreDocuments(StoreLayout.INDEX_OF_INDEXES, 0);
        document.writeStoreHeader(layout);
        return document.complete();
    }

    /** The index of indexes. */
    static ByteBuffer indexOfIndexes(StoreLayout layout) {
        return index(layout, StoreLayout.INDEX_OF_INDEXES, StoreLayout.INDEX_OF_INDEXES_NAME, layout.firstIndex());
    }

    /** The index page at a position. */
    static ByteBuffer index(StoreLayout layout, long position) {
        return index(layout, position, StoreLayout.INDEX_NAME, layout.indexEnd(position));
    }

    private static ByteBuffer index(StoreLayout layout, long position, String name, long end) {
        StoreDocuments document = new StoreDocuments((int) (end - position), position);
        document.name(EVENT, name);
        document.longs(layout.indexCount());
        return document.complete();
    }

    private void writeStoreHeader(StoreLayout layout) {
        name(EVENT, "header");
        name(TYPE, "SCQStore");
        int store = block();
        field("writePosition");
        longs(2);
        out.putLong(StoreLayout.LAST_DOCUMENT - Long.BYTES, 2);
        field("indexing");
        name(TYPE, "SCQSIndexing");
        int indexing = block();
        field("indexCount");
        number(layout.indexCount());
        field("indexSpacing");
        number(layout.indexSpacing());
        field("index2Index");
        alignedLong(StoreLayout.INDEX_OF_INDEXES);
        field("lastIndex");
        alignedLong(0);
        endBlock(indexing);
        field("dataFormat");
        number(1);
        endBlock(store);
    }

    private ByteBuffer complete() {
        int length = out.position() - StoreLayout.HEADER_BYTES;
        out.putInt(0, StoreLayout.META_DATA | length);
        return out.clear();
    }

    private void name(int kind, String text) {
        if (out.position() == 0) {
            out.position(StoreLayout.HEADER_BYTES);
        }
        out.put((byte) kind).put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void field(String text) {
        out.put((byte) (FIELD + text.length())).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void number(int value) {
        if (value < 256) {
            out.put((byte) INT8).put((byte) value);
        } else {
            out.put((byte) INT16).putShort((short) value);
        }
    }

    private void alignedLong(long value) {
        padding();
        out.put((byte) INT64).putLong(value);
    }

    private void longs(int count) {
        padding();
        out.put((byte) INT64_ARRAY).putLong(count).putLong(0);
        out.position(out.position() + count * Long.BYTES);
    }

    private void padding() {
        int count = StoreLayout.paddingBefore(origin + out.position());
        if (count < PADDING_N_BYTES) {
            for (int i = 0; i < count; i++) {
                out.put((byte) PADDING_1);
            }
        } else {
            out.put((byte) PADDING_N).putInt(count - PADDING_N_BYTES);
            out.position(out.position() + count - PADDING_N_BYTES);
        }
    }

    private int block() {
        out.put((byte) BLOCK).putInt(0);
        return out.position();
    }

    private void endBlock(int start) {
        out.putInt(start - Integer.BYTES, out.position() - start);
    }
}
