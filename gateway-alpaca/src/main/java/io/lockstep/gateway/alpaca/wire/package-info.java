/**
 * How Alpaca writes times, numbers and texts, and how we write JSON to it. Used by all other packages of the gateway.
 *
 * <p>Readers are stateless or count what they had to round; nothing here throws on bad input or allocates on the hot path.
 */
@NullMarked
package io.lockstep.gateway.alpaca.wire;

import org.jspecify.annotations.NullMarked;
