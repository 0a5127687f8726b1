/** The program in processes of its own, trading over the wire at venues in the test's process, which live on and keep the ledger that judges. */
@NullMarked
package io.lockstep.launcher.process;

import org.jspecify.annotations.NullMarked;
