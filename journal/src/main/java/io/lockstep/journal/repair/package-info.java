/**
 * What to do with a damaged journal, on an operator's word: keep every record up to the damage, put the rest where nothing is lost, say
 * what was done.
 */
@NullMarked
package io.lockstep.journal.repair;

import org.jspecify.annotations.NullMarked;
