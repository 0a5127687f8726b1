/**
 * When trading stops without being asked: losses, drawdown, failing venues, concentration, silence, storms of refusals, wild prices. Each trigger
 * looks at events alone and steps down the ladder with its numbers; only an operator steps up. Owned by the risk handler.
 */
@NullMarked
package io.lockstep.engine.trigger;

import org.jspecify.annotations.NullMarked;
