package io.lockstep.journal.sidefile;

import io.lockstep.journal.rollfile.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a journal's records on purpose: where it begins after trimming, and what repairs gave up. A journal that was never
 * trimmed nor repaired has none.
 *
 * <p>{@code journal.history} is text, a line an entry, each with its own CRC32C, replaced as a whole:
 *
 * <pre>
 *   base sequence=120000 chain=9f3a... records=120000 cycle=496123 crc=5a1f...
 *   gap after=130017 resume=130200 chain=11c0... cycle=496150 reason=CRC crc=...
 * </pre>
 *
 * @param base where the journal begins
 * @param gaps in order of sequence
 */
public record History(Base base, List<Gap> gaps) {
    /** Name of the file. */
    public static final String NAME = "journal.history";

    /** A journal from its first record on. */
    public static final History NONE = new History(new Base(0, 0, 0, Integer.MIN_VALUE), List.of());

    /** Keeps its own list. */
    public History {
        gaps = List.copyOf(gaps);
    }

    /**
     * Where a journal begins.
     *
     * @param sequence last record that was trimmed, 0 for none
     * @param chain hash chain after it
     * @param records number of records trimmed
     * @param firstCycle number of the first roll period kept
     */
    public record Base(long sequence, long chain, long records, int firstCycle) {}

    /** The first gap behind a record or a later one; null when there is none. */
    public @Nullable Gap gapFrom(long sequence) {
        for (Gap gap : gaps) {
            if (gap.after() >= sequence) {
                return gap;
            }
        }
        return null;
    }

    /** The same history with another beginning; gaps before it are forgotten. */
    public History trimmedTo(Base newBase) {
        return new History(
                newBase,
                gaps.stream().filter(gap -> gap.after() >= newBase.sequence()).toList());
    }

    /** The same history with one more gap. */
    public History with(Gap gap) {
        List<Gap> more = new ArrayList<>(gaps);
        more.add(gap);
        return new History(base, more);
    }

    /**
     * Reads the history of a journal.
     *
     * @return {@link #NONE} when there is no such file
     * @throws HistoryDamagedException if a line is not as it was written
     * @throws UncheckedIOException if it cannot be read
     */
    public static History read(Path directory) {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return HistoryText.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read history: file=" + file, e);
        }
    }

    /**
     * Replaces the history of a journal, durably.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path directory) {
        Path next = directory.resolve(NAME + ".new");
        try {
            Files.writeString(next, HistoryText.format(this), StandardCharsets.ISO_8859_1);
            Device.force(next);
            Files.move(
                    next, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Device.force(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write history: file=" + next, e);
        }
    }
}
