/**
 * Every interface between the core and the outside. In: {@link io.lockstep.engine.port.EventPublisher}. Out:
 * {@link io.lockstep.engine.port.OrderGateway}, {@link io.lockstep.engine.port.EventLog},
 * {@link io.lockstep.engine.port.EngineListener}. A whole venue: {@link io.lockstep.engine.port.VenueGateway}; by hand, without an engine:
 * {@link io.lockstep.engine.port.VenueAdmin}.
 */
@NullMarked
package io.lockstep.engine.port;

import org.jspecify.annotations.NullMarked;
