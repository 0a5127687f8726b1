/**
 * Tapes as a market: events paced or stepped, and the simulated venue that fills orders against them.
 */
@NullMarked
package io.lockstep.launcher.session.playback;

import org.jspecify.annotations.NullMarked;
