/**
 * Tapes: journals of market data made from recordings. A tape starts with the definitions of its instruments; market data follows in
 * time order. Importing reads its sources twice, once to learn the instruments and once to write.
 */
@NullMarked
package io.lockstep.launcher.tape;

import org.jspecify.annotations.NullMarked;
