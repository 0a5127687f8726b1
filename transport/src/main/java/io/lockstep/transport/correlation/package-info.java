/** Matches answers to the requests they belong to, with deadlines. */
@NullMarked
package io.lockstep.transport.correlation;

import org.jspecify.annotations.NullMarked;
