/**
 * The bytes of a journal: roll files as Chronicle Queue lays them out, read without Chronicle, and the three side files of ours.
 *
 * <pre>
 *   journal/
 *     20261121-14F.cq4     roll file: records between two rolls, written through Chronicle Queue only
 *     journal.mark         last sequence, chain and count, memory mapped, written after each append
 *     journal.history      where the journal begins after trimming, and which sequences were lost to damage
 *     journal.lock         held by the one writer; journal.owner says who that is
 *     metadata.cq4t        Chronicle's own scratch: made anew at each open, never trusted
 * </pre>
 *
 * <p>Chronicle has no checksums and reads past most damage without a word, so nothing here asks it anything. Readers see bytes
 * through positional reads, never through a mapping: a file that shrinks below a reader is an error it can report, not a fault
 * that ends the process.
 */
@NullMarked
package io.lockstep.journal.file;

import org.jspecify.annotations.NullMarked;
