/**
 * The command line, a class per command; this package puts them together, those below it are by purpose. A command binds its options, calls one service and prints one report; it holds no logic of
 * its own. Reports go to standard output, everything else to standard error.
 */
@NullMarked
package io.lockstep.launcher.cli;

import org.jspecify.annotations.NullMarked;
