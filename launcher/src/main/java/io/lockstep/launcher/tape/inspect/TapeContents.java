package io.lockstep.launcher.tape.inspect;

import io.lockstep.engine.instrument.Instrument;
import java.util.List;
import java.util.Map;

/**
 * What is on a tape.
 *
 * @param records all records
 * @param counts messages by type; a depth message in parts is one
 * @param firstTimeNs time of the first record, UTC, nanoseconds; {@code FixedPoint.NULL} on an empty tape
 * @param lastTimeNs time of the last record
 * @param gaps how often depth updates are missing
 * @param bookChecks comparisons of a rebuilt book's top with the venue's quote; 0 unless asked for
 * @param bookMatches comparisons in which both were equal
 * @param mismatches the first differences of each book
 * @param instruments the instruments, by id
 */
public record TapeContents(
        long records,
        Map<String, Long> counts,
        long firstTimeNs,
        long lastTimeNs,
        long gaps,
        long bookChecks,
        long bookMatches,
        List<BookMismatch> mismatches,
        List<Instrument> instruments) {}
