/**
 * The life of our orders: one table of legal moves, one table of orders. Owned by the risk handler.
 */
@NullMarked
package io.lockstep.engine.order;

import org.jspecify.annotations.NullMarked;
