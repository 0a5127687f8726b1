package io.lockstep.journal.rollfile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;

/** How often a journal starts a new roll file. The time is the engine's, so the same events give the same file names. */
public enum RollPeriod {
    /** Every five minutes. */
    FIVE_MINUTES(RollCycles.FIVE_MINUTELY),
    /** Every half hour. */
    HALF_HOUR(RollCycles.HALF_HOURLY),
    /** Every hour. */
    HOUR(RollCycles.FAST_HOURLY),
    /** Every six hours. */
    SIX_HOURS(RollCycles.SIX_HOURLY),
    /** Every day at midnight, UTC. */
    DAY(RollCycles.FAST_DAILY);

    /** Ending of a roll file's name. */
    public static final String SUFFIX = ".cq4";

    private final RollCycles cycle;
    private final DateTimeFormatter names;

    RollPeriod(RollCycles cycle) {
        this.cycle = cycle;
        this.names = new DateTimeFormatterBuilder()
                .appendPattern(cycle.format())
                .appendLiteral(SUFFIX)
                .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                .toFormatter()
                .withZone(ZoneOffset.UTC);
    }

    /** Length, milliseconds. */
    public long lengthMs() {
        return cycle.lengthInMillis();
    }

    /** The period of a length; empty when there is none. */
    public static Optional<RollPeriod> ofLengthMs(long lengthMs) {
        return Arrays.stream(values())
                .filter(period -> period.lengthMs() == lengthMs)
                .findFirst();
    }

    /** Chronicle's name for it. */
    public RollCycle rollCycle() {
        return cycle;
    }

    /** Layout of its roll files. */
    public StoreLayout layout() {
        return new StoreLayout(cycle.defaultIndexCount(), cycle.defaultIndexSpacing());
    }

    /** Number of the period in which a time lies, counted from 1970. */
    public int cycleAt(long timeMs) {
        return Math.toIntExact(Math.floorDiv(timeMs, lengthMs()));
    }

    /** When a period begins, UTC, milliseconds. */
    public long startMs(int cycleNumber) {
        return cycleNumber * lengthMs();
    }

    /** Name of the roll file of a period. */
    public String fileName(int cycleNumber) {
        return names.format(Instant.ofEpochMilli(startMs(cycleNumber)));
    }

    /** Number of the period a file name stands for; empty when it is not a name this period gives. */
    public OptionalInt cycleOf(String fileName) {
        try {
            LocalDateTime start = LocalDateTime.parse(fileName, names);
            int number = cycleAt(start.toInstant(ZoneOffset.UTC).toEpochMilli());
            return fileName(number).equals(fileName) ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (DateTimeParseException e) {
            return OptionalInt.empty();
        }
    }
}
