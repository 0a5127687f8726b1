/**
 * Two small strategies to start from and to demonstrate with: one that follows a cross of averages with market orders, one that fades
 * deviations with limit orders.
 */
@NullMarked
package io.lockstep.strategies.starter;

import org.jspecify.annotations.NullMarked;
