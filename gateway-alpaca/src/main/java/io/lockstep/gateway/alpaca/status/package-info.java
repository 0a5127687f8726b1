/** What is told about the venue itself rather than about a market or an order: connections, errors, its clock, how lists are framed. */
@NullMarked
package io.lockstep.gateway.alpaca.status;

import org.jspecify.annotations.NullMarked;
