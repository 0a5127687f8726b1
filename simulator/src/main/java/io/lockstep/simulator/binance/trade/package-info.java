/** Orders, accounts and user data of the simulated Binance: the bridge between its words and the matching core's. */
@NullMarked
package io.lockstep.simulator.binance.trade;

import org.jspecify.annotations.NullMarked;
