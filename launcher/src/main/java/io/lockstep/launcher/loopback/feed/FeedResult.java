package io.lockstep.launcher.loopback.feed;

import java.util.List;
import java.util.Map;

/**
 * How recorded market data came through the wire.
 *
 * @param lines by type
 * @param counted messages that are not on the ring and were counted by the gateway, by reason: conflated, seen before, refused, older than a book
 * @param gaps gaps the gateway told the engine of
 * @param tapeBooks books on the tapes against the quotes there
 * @param ringBooks books on the ring against the quotes there
 * @param gateway everything the gateway counted that is not zero
 * @param seconds how long the tapes were played
 */
public record FeedResult(
        List<FeedLine> lines,
        Map<String, Long> counted,
        long gaps,
        Books tapeBooks,
        Books ringBooks,
        Map<String, Long> gateway,
        double seconds) {
    /**
     * How often a rebuilt book's top was the venue's own quote.
     *
     * @param checks comparisons
     * @param matches comparisons in which both sides were equal
     */
    public record Books(long checks, long matches) {
        long misses() {
            return checks - matches;
        }
    }

    /** Copies the collections. */
    public FeedResult {
        lines = List.copyOf(lines);
        counted = Map.copyOf(counted);
        gateway = Map.copyOf(gateway);
    }

    /** Messages sent that neither reached the ring nor were counted; negative if more came than were sent. */
    public long unexplained() {
        long sent = lines.stream().mapToLong(FeedLine::sent).sum();
        long received = lines.stream().mapToLong(FeedLine::received).sum();
        return sent - received - countedInAll();
    }

    /** Messages that did not reach the ring and were counted. */
    public long countedInAll() {
        return counted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Messages on the tapes that the venue did not send. */
    public long unsent() {
        return lines.stream()
                .mapToLong(line -> Math.max(0, line.recorded() - line.sent()))
                .sum();
    }

    /**
     * Whether nothing was lost without a word: the tapes were sent whole, what was sent is on the ring or counted, and a book differs from the
     * venue's quotes at most where it does on the tape or where a quote was conflated.
     */
    public boolean isWhole() {
        boolean booksHold = ringBooks.misses() <= tapeBooks.misses() + countedInAll();
        boolean noneTooMany = lines.stream().allMatch(line -> line.received() <= line.sent());
        return unexplained() == 0 && unsent() == 0 && noneTooMany && booksHold && gaps == 0;
    }
}
