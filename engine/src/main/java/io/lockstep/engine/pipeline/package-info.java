/**
 * The way of an event through the handlers: journal, indicators, strategies, risk, routing, on one thread or on five.
 */
@NullMarked
package io.lockstep.engine.pipeline;

import org.jspecify.annotations.NullMarked;
