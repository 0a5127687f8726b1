/**
 * Our files beside the roll files.
 *
 * <pre>
 *   journal/
 *     20261121-14F.cq4     roll file: the records of one period, written through Chronicle Queue only
 *     journal.mark         last sequence, chain and count, mapped, written after each append
 *     journal.history      where the journal begins after trimming, and which sequences a repair gave up
 *     journal.lock         held by the one writer; journal.owner says who that is
 *     metadata.cq4t        Chronicle's own scratch while a writer runs: made anew at each open, never trusted
 *     quarantine/          what repairs have taken out, with a report each
 * </pre>
 */
@NullMarked
package io.lockstep.journal.sidefile;

import org.jspecify.annotations.NullMarked;
