/**
 * The books: reports and commands become states of orders, fills become positions and cash. Whoever acts on a booking listens to it.
 */
@NullMarked
package io.lockstep.engine.desk.booking;

import org.jspecify.annotations.NullMarked;
