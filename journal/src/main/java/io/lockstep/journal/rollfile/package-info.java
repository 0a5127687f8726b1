/**
 * Roll files as Chronicle Queue lays them out, read and checked without Chronicle.
 *
 * <p>Chronicle has no checksums and reads past most damage without a word, so nothing here asks it anything. Files are read by
 * position, never through a mapping: a file that shrinks below a reader is then an error to report, not a fault that ends the
 * process. Only {@link io.lockstep.journal.rollfile.RollFileWindow} maps, the live file, beside its writer.
 */
@NullMarked
package io.lockstep.journal.rollfile;

import org.jspecify.annotations.NullMarked;
