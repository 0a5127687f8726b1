package io.lockstep.journal.rollfile;

/**
 * Where things stand in a roll file of Chronicle Queue 5 (data format 1).
 *
 * <pre>
 *   0      store header        position of the last document, number of the last record, number to be indexed next
 *   200    index of indexes    positions of the index pages
 *          first index page    positions of every n-th record
 *          record ...          each: document header, record, zeros up to a multiple of 4
 *          index page          one more behind each (index count x spacing) records
 *          end mark            only once the file is closed
 *
 *   document header, int32:    bit 31 not complete | bit 30 meta data | 30 bits length
 *   end mark:                  00 00 00 C0, then C3 'E' 'O' 'F'
 * </pre>
 *
 * <p>Everything but the records follows from their number and positions alone, so it can be checked byte by byte. Found by
 * experiment with chronicle-queue 2026.4; a test compares it with files of every roll period.
 *
 * @param indexCount entries of an index page
 * @param indexSpacing one record in so many is indexed
 */
public record StoreLayout(int indexCount, int indexSpacing) {
    /** Bytes of a document header. */
    static final int HEADER_BYTES = 4;

    /** Document header bit: still being written. */
    static final int NOT_COMPLETE = 1 << 31;

    /** Document header bit: not a record. */
    static final int META_DATA = 1 << 30;

    /** Header of the end mark. */
    static final int END_MARK = NOT_COMPLETE | META_DATA;

    /** What follows the header of the end mark. */
    static final int END_MARK_BODY = 0x464F45C3;

    /** Bytes of the end mark. */
    static final int END_MARK_BYTES = 8;

    /** Offset of the position of the last document, int64. */
    static final int LAST_DOCUMENT = 64;

    /** Offset of the last record: its number within the file, then the low half of its position, int32 each. */
    static final int LAST_RECORD = 72;

    /** Offset of the number of the record to be indexed next, int64. */
    static final int NEXT_INDEXED = 176;

    /** Where the index of indexes begins; length of the store header with its padding. */
    static final int INDEX_OF_INDEXES = 200;

    /** Offset within an array of how many entries are used, int64. */
    static final int ARRAY_USED = 8;

    /** Offset within an array of its first entry. */
    static final int ARRAY_ENTRIES = 16;

    /** Document names of the two kinds of index. */
    static final String INDEX_OF_INDEXES_NAME = "index2index";

    static final String INDEX_NAME = "index";

    /** Position of the first record. */
    public int firstRecord() {
        return (int) indexEnd(firstIndex());
    }

    /** Position of the first index page. */
    int firstIndex() {
        return (int) align(arrayAt(INDEX_OF_INDEXES, INDEX_OF_INDEXES_NAME) + arrayBytes());
    }

    /** Position behind the index page at a position. */
    long indexEnd(long position) {
        return align(arrayAt(position, INDEX_NAME) + arrayBytes());
    }

    /** Whether an index page follows once a file holds this many records. */
    boolean indexFollows(long records) {
        return records > 1 && (records - 1) % ((long) indexCount * indexSpacing) == 0;
    }

    /** Whether a record is indexed, by its number within the file, counted from 0. */
    boolean isIndexed(long number) {
        return number % indexSpacing == 0;
    }

    private long arrayBytes() {
        return ARRAY_ENTRIES + (long) indexCount * Long.BYTES;
    }

    /** Where the array of the index document at a position begins: capacity, used, entries, int64 each and so aligned. */
    static long arrayAt(long position, String name) {
        long afterName = position + HEADER_BYTES + 2 + name.length();
        return afterName + paddingBefore(afterName) + 1;
    }

    /** Bytes of padding in front of a one-byte type code so that the 64-bit number behind the code is aligned. */
    static int paddingBefore(long position) {
        return (int) (7 - position & 7);
    }

    /** Rounds a position up to where the next document header can stand. */
    static long align(long position) {
        return position + 3 & -4L;
    }
}
