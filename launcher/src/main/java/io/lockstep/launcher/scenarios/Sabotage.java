package io.lockstep.launcher.scenarios;

import io.lockstep.engine.port.VenueGateway;
import java.util.function.UnaryOperator;

/**
 * Something unsound in the place of something sound, to see it found.
 *
 * @param gateway puts something between the engine and what notes the gateways' traffic
 */
record Sabotage(UnaryOperator<VenueGateway> gateway) {
    /** All is as it should be. */
    static final Sabotage NONE = new Sabotage(UnaryOperator.identity());
}
