package io.lockstep.journal;

/**
 * One roll file in the catalog of a journal.
 *
 * @param name of the file
 * @param cycle number of its period
 * @param firstSequence of its first record; 0 when it holds none that could be read
 * @param lastSequence of its last record, as the file behind it or the mark says
 * @param firstTimeNs event time of its first record, UTC, nanoseconds
 * @param usedBytes up to the end of its last document
 * @param sizeBytes as the file system shows it; larger, for the queue reserves room without filling it
 */
public record RollFileEntry(
        String name,
        int cycle,
        long firstSequence,
        long lastSequence,
        long firstTimeNs,
        long usedBytes,
        long sizeBytes) {
    /** Number of sequences it covers. */
    public long sequences() {
        return firstSequence == 0 ? 0 : lastSequence - firstSequence + 1;
    }
}
