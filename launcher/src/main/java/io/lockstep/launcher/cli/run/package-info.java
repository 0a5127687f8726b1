/**
 * Commands that run engines and venues: run, backtest, demo, simulate.
 */
@NullMarked
package io.lockstep.launcher.cli.run;

import org.jspecify.annotations.NullMarked;
