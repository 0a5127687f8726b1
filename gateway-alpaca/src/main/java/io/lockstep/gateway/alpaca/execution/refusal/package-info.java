/**
 * What an error of the venue proves about an order: that it was not placed, that it is there, that nothing changed, or nothing at all.
 *
 * <p>Stateless but for the reused reader of bodies. Nothing throws on what a venue may send.
 */
@NullMarked
package io.lockstep.gateway.alpaca.execution.refusal;

import org.jspecify.annotations.NullMarked;
