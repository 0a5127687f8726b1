/**
 * What guards a position: stops and take-profits as one unit with their entry, orders the engine holds for venues that cannot, and the venue's own\n * countdown.
 */
@NullMarked
package io.lockstep.engine.desk.protection;

import org.jspecify.annotations.NullMarked;
