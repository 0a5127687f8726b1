/**
 * What all parts of one account's session share: who it is, what it may still ask for, whether it can be relied on, what it was asked to do.
 *
 * <p>Any thread, unless a class says otherwise. Knows nothing of connections; {@code session.rest} and {@code session} use it.
 */
@NullMarked
package io.lockstep.gateway.binance.session.context;

import org.jspecify.annotations.NullMarked;
