/** Strategies that exist to keep a simulated world busy: one that trades soundly, one that tries to break every limit. Both decide by numbers of their own. */
@NullMarked
package io.lockstep.launcher.swarm.trader;

import org.jspecify.annotations.NullMarked;
