/**
 * Two strategies that live in the order book: a scalper on its imbalance and a market maker after Avellaneda and Stoikov. They answer
 * events, not bars; their calculations are pure classes beside them.
 */
@NullMarked
package io.lockstep.strategies.micro;

import org.jspecify.annotations.NullMarked;
