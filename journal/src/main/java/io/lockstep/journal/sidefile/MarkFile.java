package io.lockstep.journal.sidefile;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.lockstep.journal.rollfile.Device;
import io.lockstep.journal.rollfile.RollPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The writer's hand on {@code journal.mark}: the last record appended, so that a tail that was cut off or a roll file that was
 * dropped at the end is missed.
 *
 * <pre>
 *   0        8         16          24           32
 *   +--------+---------+-----------+------------+---------
 *   | magic  | roll ms | blockBytes| CRC of 0-23| state
 *   +--------+---------+-----------+------------+---------
 *   64, 128: two slots, written in turn: sequence, chain, records, check (all int64, little endian)
 * </pre>
 *
 * <p>A process killed while it writes one slot leaves the other whole, one record behind. In peace both slots say the same. One
 * writer; {@link #read} may be called by anybody at any time.
 */
public final class MarkFile implements AutoCloseable {
    /** Name of the file. */
    public static final String NAME = "journal.mark";

    private static final long MAGIC = 0x314B_5241_4D4A_534CL;
    private static final long OPEN = 0x4E45_504FL;
    private static final long CLOSED = 0x4445_534F_4C43L;
    private static final int PERIOD = 8;
    private static final int BLOCK_BYTES = 16;
    private static final int HEADER_CRC = 24;
    private static final int STATE = 32;
    private static final int SLOT_A = 64;
    private static final int SLOT_B = 128;
    private static final int CHAIN = 8;
    private static final int RECORDS = 16;
    private static final int CHECK = 24;
    private static final int USED = SLOT_B + CHECK + Long.BYTES;
    private static final int BYTES = 4096;

    private final FileChannel channel;
    private final MappedByteBuffer mapped;
    private final UnsafeBuffer buffer;
    private int slot;
    private long records;

    private MarkFile(FileChannel channel, MappedByteBuffer mapped, Mark mark) {
        this.channel = channel;
        this.mapped = mapped;
        this.buffer = new UnsafeBuffer(mapped);
        this.records = mark.records();
        this.slot = SLOT_A;
        buffer.putLong(0, MAGIC);
        buffer.putLong(PERIOD, mark.period().lengthMs());
        buffer.putLong(BLOCK_BYTES, mark.blockBytes());
        buffer.putLong(HEADER_CRC, headerCrc(buffer));
        write(SLOT_A, mark.sequence(), mark.chain(), mark.records());
        write(SLOT_B, mark.sequence(), mark.chain(), mark.records());
        state(mark.closed());
    }

    /**
     * Writes a mark anew, in place of any there is, durably; it stays mapped for {@link #append}.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static MarkFile create(Path directory, Mark mark) {
        Path next = directory.resolve(NAME + ".new");
        try {
            FileChannel channel = FileChannel.open(
                    next,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
            MarkFile file = new MarkFile(channel, mapped, mark);
            file.force();
            Files.move(next, directory.resolve(NAME), ATOMIC_MOVE, REPLACE_EXISTING);
            Device.force(directory);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write mark: directory=" + directory, e);
        }
    }

    /** Notes a record; allocates nothing. */
    public void append(long sequence, long chain) {
        slot = SLOT_A + SLOT_B - slot;
        write(slot, sequence, chain, ++records);
    }

    private void write(int at, long sequence, long chain, long count) {
        // each store stays behind the one before it, so a kill leaves either slot whole or its check 0
        buffer.putLongOrdered(at + CHECK, 0);
        buffer.putLongOrdered(at, sequence);
        buffer.putLongOrdered(at + CHAIN, chain);
        buffer.putLongOrdered(at + RECORDS, count);
        buffer.putLongOrdered(at + CHECK, check(sequence, chain, count));
    }

    /** Says whether the journal is left in peace from here on; in peace, both slots must agree. */
    public void state(boolean closed) {
        if (closed) {
            int other = SLOT_A + SLOT_B - slot;
            write(other, buffer.getLong(slot), buffer.getLong(slot + CHAIN), records);
        }
        buffer.putLongVolatile(STATE, closed ? CLOSED : OPEN);
    }

    /**
     * Forces the mark onto the device.
     *
     * @throws IOException if the device refuses
     */
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close mark", e);
        }
    }

    /**
     * Reads the mark of a journal, whether or not somebody is writing it.
     *
     * @return empty when the mark is missing or damaged
     */
    public static Optional<Mark> read(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read mark: file=" + file, e);
        }
    }

    private static Optional<Mark> parse(byte[] bytes) {
        UnsafeBuffer in = new UnsafeBuffer(bytes);
        if (bytes.length != BYTES || in.getLong(0) != MAGIC || in.getLong(HEADER_CRC) != headerCrc(in)) {
            return Optional.empty();
        }
        boolean closed = in.getLong(STATE) == CLOSED;
        if (!closed && in.getLong(STATE) != OPEN || !isZero(in, STATE + Long.BYTES, SLOT_A)) {
            return Optional.empty();
        }
        if (!isZero(in, SLOT_A + CHECK + Long.BYTES, SLOT_B) || !isZero(in, USED, BYTES)) {
            return Optional.empty();
        }
        return newest(in, closed);
    }

    private static Optional<Mark> newest(UnsafeBuffer in, boolean closed) {
        boolean a = isWhole(in, SLOT_A);
        boolean b = isWhole(in, SLOT_B);
        if (!a && !b || closed && (!a || !b || in.getLong(SLOT_A) != in.getLong(SLOT_B))) {
            return Optional.empty();
        }
        int at = a && (!b || in.getLong(SLOT_A) > in.getLong(SLOT_B)) ? SLOT_A : SLOT_B;
        return RollPeriod.ofLengthMs(in.getLong(PERIOD))
                .map(period -> new Mark(
                        period,
                        in.getLong(BLOCK_BYTES),
                        in.getLong(at),
                        in.getLong(at + CHAIN),
                        in.getLong(at + RECORDS),
                        closed));
    }

    private static boolean isWhole(UnsafeBuffer in, int at) {
        return in.getLong(at + CHECK) == check(in.getLong(at), in.getLong(at + CHAIN), in.getLong(at + RECORDS));
    }

    private static boolean isZero(UnsafeBuffer in, int from, int to) {
        for (int i = from; i < to; i += Long.BYTES) {
            if (in.getLong(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Depends on every bit of its arguments and is not 0 for a mark at its beginning. */
    private static long check(long sequence, long chain, long count) {
        long mixed = sequence * 0x9E37_79B9_7F4A_7C15L + Long.rotateLeft(chain, 29) * 0xBF58_476D_1CE4_E5B9L;
        return (mixed ^ mixed >>> 31) + count * 0x94D0_49BB_1331_11EBL | 1;
    }

    private static long headerCrc(UnsafeBuffer in) {
        CRC32C crc = new CRC32C();
        for (int i = 0; i < HEADER_CRC; i++) {
            crc.update(in.getByte(i));
        }
        return crc.getValue();
    }
}
