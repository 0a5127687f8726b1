/**
 * Runs of the engine: what a configuration becomes, where its journal lies, how it is fed, and what came of it.
 *
 * <pre>
 *   EffectiveConfig ─► Wiring ─► Engine ◄─ Backtest      (tapes, stepped)
 *                                       ◄─ LiveSession   (ring, paced feed thread, control file)
 *                                       ◄─ Replay        (a journal)          ─► RunResult
 * </pre>
 */
@NullMarked
package io.lockstep.launcher.session;

import org.jspecify.annotations.NullMarked;
