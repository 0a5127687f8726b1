/**
 * Taking in the past: recorded inputs run through the same handlers, and what they decide is held against what was recorded.
 */
@NullMarked
package io.lockstep.engine.replay;

import org.jspecify.annotations.NullMarked;
