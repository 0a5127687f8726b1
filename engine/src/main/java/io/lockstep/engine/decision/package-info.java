/** How the risk handler writes what it decides by itself: commands, alerts, steps on the ladder. Owned by the risk handler. */
@NullMarked
package io.lockstep.engine.decision;

import org.jspecify.annotations.NullMarked;
