/**
 * Every interface between the core and the outside. In: {@link io.lockstep.engine.port.EventPublisher}. Out:
 * {@link io.lockstep.engine.port.OrderGateway}, {@link io.lockstep.engine.port.EventLog},
 * {@link io.lockstep.engine.port.EngineListener}.
 */
@NullMarked
package io.lockstep.engine.port;

import org.jspecify.annotations.NullMarked;
