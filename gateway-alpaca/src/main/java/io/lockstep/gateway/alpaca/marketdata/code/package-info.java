/** What the letters in Alpaca's messages mean: sale conditions of trades, trading statuses and their reasons. */
@NullMarked
package io.lockstep.gateway.alpaca.marketdata.code;

import org.jspecify.annotations.NullMarked;
