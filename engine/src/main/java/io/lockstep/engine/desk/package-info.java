/**
 * The risk handler and what it owns: the account's truth, the follow-up of every order, and all that acts without being asked. One thread, the risk
 * handler's.
 *
 * <pre>
 *   event ─► market ─► booking ─► reconciliation ─► triggers ─► intents through the gate ─► follow-up ─► decisions
 * </pre>
 */
@NullMarked
package io.lockstep.engine.desk;

import org.jspecify.annotations.NullMarked;
