/**
 * Runs of the engine: live and in a backtest. What they are put together from lies below: the configuration's wiring, the journal's folder and
 * headers, playback, recovery, epochs, replay and results.
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
