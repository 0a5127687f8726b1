/**
 * Reading a journal as a whole: what its side files say, then record by record over all roll files, then what stands around the
 * records. Readers, verification, opening and repair all go through here.
 */
@NullMarked
package io.lockstep.journal.scan;

import org.jspecify.annotations.NullMarked;
