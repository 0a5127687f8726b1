/**
 * How large a trade may be: risk per trade and Kelly's fraction, exact to the eighth decimal. Pure calculations without an engine.
 */
@NullMarked
package io.lockstep.strategies.sizing;

import org.jspecify.annotations.NullMarked;
