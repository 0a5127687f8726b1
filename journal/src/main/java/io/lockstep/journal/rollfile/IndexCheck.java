package io.lockstep.journal.rollfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/**
 * Knows, from the positions of a roll file's records, every byte that the queue's own documents in it must have: compares them, or
 * puts them right after a crash.
 *
 * <p>Call {@link #onRecord} for each record of a file in order, then {@link #firstDifference} or {@link #restore}. One thread.
 */
public final class IndexCheck {
    private static final int FIRST_CAPACITY = 1024;
    private static final int[] NOTHING_FREE = {};
    private static final int[] NEWEST_NUMBERS = {
        StoreLayout.LAST_DOCUMENT,
        StoreLayout.LAST_DOCUMENT + 2 * Long.BYTES,
        StoreLayout.NEXT_INDEXED,
        StoreLayout.NEXT_INDEXED + Long.BYTES
    };

    private final StoreLayout layout;
    private long[] indexed = new long[FIRST_CAPACITY];
    private int indexedCount;
    private long[] pages = new long[4];
    private int pageCount;
    private long records;
    private long lastRecord;

    /** @param layout of the files to check */
    public IndexCheck(StoreLayout layout) {
        this.layout = layout;
        reset();
    }

    /** Begins another file. */
    public void reset() {
        indexedCount = 0;
        pageCount = 0;
        records = 0;
        lastRecord = 0;
        addPage(layout.firstIndex());
    }

    /**
     * Notes a record.
     *
     * @param position of its document header
     * @param length of the record, bytes
     */
    public void onRecord(long position, int length) {
        if (layout.isIndexed(records)) {
            if (indexedCount == indexed.length) {
                indexed = Arrays.copyOf(indexed, indexedCount * 2);
            }
            indexed[indexedCount++] = position;
        }
        lastRecord = position;
        if (layout.indexFollows(++records)) {
            addPage(position + StoreLayout.HEADER_BYTES + StoreLayout.align(length));
        }
    }

    private void addPage(long position) {
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, pageCount * 2);
        }
        pages[pageCount++] = position;
    }

    /**
     * Offset of the first byte that is not as it must be, -1 when all are.
     *
     * @param settled whether the writer closed the file in peace; else its newest numbers may lag or lead and are left out
     */
    public long firstDifference(FileChannel file, boolean settled) throws IOException {
        boolean exact = settled && records > 0;
        long found = difference(file, 0, storeHeader(), exact ? NOTHING_FREE : NEWEST_NUMBERS);
        if (found < 0) {
            int[] free = exact ? NOTHING_FREE : newestEntries(indexOfIndexesArray(), pageCount);
            found = difference(file, StoreLayout.INDEX_OF_INDEXES, indexOfIndexes(), free);
        }
        for (int page = 0; page < pageCount && found < 0; page++) {
            boolean whole = exact || page < pageCount - 1;
            int[] free = whole ? NOTHING_FREE : newestEntries(arrayWithin(page), entries(page));
            found = difference(file, pages[page], index(page), free);
        }
        return found;
    }

    /**
     * Writes what the queue's own documents must be, as after a crash in between a record and its index entry.
     *
     * @param file the newest roll file, which nobody else has open, with at least one record
     */
    public void restore(FileChannel file) throws IOException {
        write(file, 0, storeHeader());
        write(file, StoreLayout.INDEX_OF_INDEXES, indexOfIndexes());
        for (int page = 0; page < pageCount; page++) {
            write(file, pages[page], index(page));
        }
    }

    /** Position behind the last document: the last record or the index page that it called for. */
    public long end(long behindLastRecord) {
        return Math.max(behindLastRecord, layout.indexEnd(pages[pageCount - 1]));
    }

    private ByteBuffer storeHeader() {
        int lastNumber = (int) (records - 1);
        long nextIndexed = (long) indexedCount * layout.indexSpacing();
        return StoreDocuments.storeHeader(layout)
                .putLong(StoreLayout.LAST_DOCUMENT, lastRecord)
                .putInt(StoreLayout.LAST_RECORD, lastNumber)
                .putInt(StoreLayout.LAST_RECORD + Integer.BYTES, (int) lastRecord)
                .putLong(StoreLayout.NEXT_INDEXED, nextIndexed);
    }

    private ByteBuffer indexOfIndexes() {
        return fill(StoreDocuments.indexOfIndexes(layout), indexOfIndexesArray(), pages, 0, pageCount);
    }

    private ByteBuffer index(int page) {
        int from = page * layout.indexCount();
        return fill(StoreDocuments.index(layout, pages[page]), arrayWithin(page), indexed, from, entries(page));
    }

    private static ByteBuffer fill(ByteBuffer document, int array, long[] values, int from, int count) {
        document.putLong(array + StoreLayout.ARRAY_USED, count);
        for (int i = 0; i < count; i++) {
            document.putLong(array + StoreLayout.ARRAY_ENTRIES + i * Long.BYTES, values[from + i]);
        }
        return document;
    }

    private int entries(int page) {
        return Math.min(indexedCount - page * layout.indexCount(), layout.indexCount());
    }

    private static int indexOfIndexesArray() {
        int from = StoreLayout.INDEX_OF_INDEXES;
        return (int) StoreLayout.arrayAt(from, StoreLayout.INDEX_OF_INDEXES_NAME) - from;
    }

    private int arrayWithin(int page) {
        return (int) (StoreLayout.arrayAt(pages[page], StoreLayout.INDEX_NAME) - pages[page]);
    }

    /** The count of an array, and its entries from the newest known on, as ranges of offsets. */
    private static int[] newestEntries(int array, int count) {
        int newest = array + StoreLayout.ARRAY_ENTRIES + Math.max(0, count - 1) * Long.BYTES;
        return new int[] {array + StoreLayout.ARRAY_USED, array + StoreLayout.ARRAY_ENTRIES, newest, Integer.MAX_VALUE};
    }

    private static long difference(FileChannel file, long position, ByteBuffer expected, int[] free)
            throws IOException {
        ByteBuffer actual = ByteBuffer.allocate(expected.capacity());
        while (actual.hasRemaining() && file.read(actual, position + actual.position()) > 0) {
            // a read may give less than asked for
        }
        for (int i = 0; i < free.length; i += 2) {
            int from = free[i];
            int count = Math.min(free[i + 1], expected.capacity()) - from;
            expected.put(from, actual, from, count);
        }
        int at = expected.clear().mismatch(actual.clear());
        return at < 0 ? -1 : position + at;
    }

    private static void write(FileChannel file, long position, ByteBuffer document) throws IOException {
        while (document.hasRemaining()) {
            file.write(document, position + document.position());
        }
    }
}
