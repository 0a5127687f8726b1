/** Files of recorded market data as lines: plain, gzip or zip, found out by their first bytes. */
@NullMarked
package io.lockstep.launcher.tape.source;

import org.jspecify.annotations.NullMarked;
