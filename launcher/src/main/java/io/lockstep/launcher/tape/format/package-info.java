/**
 * Formats of recorded market data, a class per kind of line. A decoder turns one line into events and answers what became of it: a bad
 * line is an answer, never an exception and never silence.
 */
@NullMarked
package io.lockstep.launcher.tape.format;

import org.jspecify.annotations.NullMarked;
