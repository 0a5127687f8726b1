package io.lockstep.engine.event;

import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Numbers, seals and checks the records of one journal: contiguous sequence, CRC32C, hash chain. Owned by one thread; allocates
 * nothing. Buffers must be backed by an array, as slots are.
 *
 * <p>The chain is not cryptographic: it finds accidents and careless edits. A later link depends on every earlier byte.
 */
public final class RecordChain {
    private final CRC32C crc = new CRC32C();
    private long sequence;
    private long value;

    /** A chain at its beginning. */
    public RecordChain() {
        this(0, 0);
    }

    /**
     * A chain that continues after a record.
     *
     * @param sequence that record's sequence, 0 for none
     * @param value the chain after it
     */
    public RecordChain(long sequence, long value) {
        reset(sequence, value);
    }

    /** Continues after another record. */
    public void reset(long sequence, long value) {
        this.sequence = sequence;
        this.value = value;
    }

    /** Sequence of the last sealed or accepted record, 0 before the first. */
    public long sequence() {
        return sequence;
    }

    /** The chain over all records up to {@link #sequence()}. */
    public long value() {
        return value;
    }

    /** Gives the record its sequence, chain and CRC; length and time must be set. */
    public void seal(MutableDirectBuffer buffer, int offset) {
        buffer.putLong(offset + RecordLayout.SEQUENCE_OFFSET, sequence + 1);
        buffer.putLong(offset + RecordLayout.CHAIN_OFFSET, value);
        int sum = sum(buffer, offset, RecordLayout.length(buffer, offset));
        buffer.putInt(offset + RecordLayout.CRC_OFFSET, sum);
        advance(sum);
    }

    /**
     * Checks that a record is whole and follows the last one, and moves on to it if so.
     *
     * @param available bytes from {@code offset} that may be read
     * @return what is wrong, {@link Fault#NONE} if nothing
     */
    public Fault accept(DirectBuffer buffer, int offset, int available) {
        Fault fault = check(buffer, offset, available);
        if (fault == Fault.NONE) {
            advance(RecordLayout.crc(buffer, offset));
        }
        return fault;
    }

    /**
     * Moves on to a record that was sealed a moment ago, if it follows the last one. Its bytes are not summed up again: whoever reads a record from
     * outside wants {@link #accept}.
     *
     * @return what is wrong, {@link Fault#NONE} if nothing
     */
    public Fault follow(DirectBuffer sealed, int offset) {
        Fault fault = place(sealed, offset);
        if (fault == Fault.NONE) {
            advance(RecordLayout.crc(sealed, offset));
        }
        return fault;
    }

    private Fault check(DirectBuffer buffer, int offset, int available) {
        if (available < RecordLayout.BODY_OFFSET) {
            return Fault.LENGTH;
        }
        int length = RecordLayout.length(buffer, offset);
        if (length < RecordLayout.BODY_OFFSET || length > available || length > RecordLayout.MAX_LENGTH) {
            return Fault.LENGTH;
        }
        if (sum(buffer, offset, length) != RecordLayout.crc(buffer, offset)) {
            return Fault.CRC;
        }
        return place(buffer, offset);
    }

    private Fault place(DirectBuffer buffer, int offset) {
        if (RecordLayout.sequence(buffer, offset) != sequence + 1) {
            return Fault.SEQUENCE;
        }
        return RecordLayout.chainBefore(buffer, offset) == value ? Fault.NONE : Fault.CHAIN;
    }

    private void advance(int sum) {
        sequence++;
        value = link(value, sequence, sum);
    }

    /** The chain after a sealed record, from what its frame says; checks nothing. */
    public static long after(DirectBuffer buffer, int offset) {
        long before = RecordLayout.chainBefore(buffer, offset);
        return link(before, RecordLayout.sequence(buffer, offset), RecordLayout.crc(buffer, offset));
    }

    private static long link(long before, long sequence, int sum) {
        return mix(before ^ (sequence << 32 ^ sum & 0xFFFF_FFFFL));
    }

    private int sum(DirectBuffer buffer, int offset, int length) {
        crc.reset();
        int from = offset + RecordLayout.SEQUENCE_OFFSET;
        int count = length - RecordLayout.SEQUENCE_OFFSET;
        crc.update(buffer.byteArray(), buffer.wrapAdjustment() + from, count);
        return (int) crc.getValue();
    }

    /** The finalizer of MurmurHash3: every input bit changes about half of the output bits. */
    private static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    /** What can be wrong with a record. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** The length is outside what a record can have, or the record is cut off. */
        LENGTH,
        /** The checksum does not match: a byte was changed. */
        CRC,
        /** The record is not the next one: records are missing, repeated or exchanged. */
        SEQUENCE,
        /** The record does not continue this journal's history. */
        CHAIN
    }
}
