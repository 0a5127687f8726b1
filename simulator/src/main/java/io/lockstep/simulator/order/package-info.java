/** The words clients and venue use of orders: requests, states, and the reasons for refusals and endings. */
@NullMarked
package io.lockstep.simulator.order;

import org.jspecify.annotations.NullMarked;
