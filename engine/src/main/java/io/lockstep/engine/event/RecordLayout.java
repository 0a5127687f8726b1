package io.lockstep.engine.event;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The frame around every event and decision: in the ring slot, in the journal, in a replay.
 *
 * <pre>
 *   0        4        8                16               24               32              40
 *   +--------+--------+----------------+----------------+----------------+---------------+----------------
 *   | length | CRC32C |    sequence    |    time ns     |   chain before |  SBE header   | SBE message ...
 *   +--------+--------+----------------+----------------+----------------+---------------+----------------
 *            |        '------------------------- covered by the CRC -------------------------------------'
 *   length counts from byte 0 to the end of the message
 * </pre>
 *
 * <p>All numbers are little endian. {@code sequence} counts from 1 within its journal. {@code time} is the event's time, UTC, in
 * nanoseconds. {@code chain before} is {@link RecordChain} over all earlier records, so a removed, repeated or exchanged record is
 * found even where each record by itself is intact.
 */
public final class RecordLayout {
    /** Offset of the record's length, int32, bytes. */
    public static final int LENGTH_OFFSET = 0;

    /** Offset of the CRC32C over everything behind it, int32. */
    public static final int CRC_OFFSET = 4;

    /** Offset of the sequence, int64. */
    public static final int SEQUENCE_OFFSET = 8;

    /** Offset of the event time, int64, nanoseconds. */
    public static final int TIME_OFFSET = 16;

    /** Offset of the hash chain before this record, int64. */
    public static final int CHAIN_OFFSET = 24;

    /** Offset of the SBE message header; length of the frame. */
    public static final int MESSAGE_OFFSET = 32;

    /** Offset of the SBE message body. */
    public static final int BODY_OFFSET = MESSAGE_OFFSET + 8;

    /** Longest record, bytes: the size of a ring slot. */
    public static final int MAX_LENGTH = 1024;

    private static final int TEMPLATE_ID_OFFSET = MESSAGE_OFFSET + 2;

    private RecordLayout() {}

    /** Length of the record at {@code offset}, bytes. */
    public static int length(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + LENGTH_OFFSET);
    }

    /** Sets the length of the record at {@code offset}, bytes. */
    public static void length(MutableDirectBuffer buffer, int offset, int length) {
        buffer.putInt(offset + LENGTH_OFFSET, length);
    }

    /** Stored CRC32C of the record at {@code offset}. */
    public static int crc(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + CRC_OFFSET);
    }

    /** Sequence of the record at {@code offset}. */
    public static long sequence(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + SEQUENCE_OFFSET);
    }

    /** Event time of the record at {@code offset}, UTC, nanoseconds. */
    public static long timeNs(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + TIME_OFFSET);
    }

    /** Sets the event time of the record at {@code offset}, UTC, nanoseconds. */
    public static void timeNs(MutableDirectBuffer buffer, int offset, long timeNs) {
        buffer.putLong(offset + TIME_OFFSET, timeNs);
    }

    /** Hash chain before the record at {@code offset}. */
    public static long chainBefore(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + CHAIN_OFFSET);
    }

    /** SBE template id of the record at {@code offset}. */
    public static int templateId(DirectBuffer buffer, int offset) {
        return buffer.getShort(offset + TEMPLATE_ID_OFFSET) & 0xFFFF;
    }
}
