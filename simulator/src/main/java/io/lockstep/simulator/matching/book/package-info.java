/**
 * Client orders as they rest: by id and account, by price and time with the market's queue before them, by trigger, by expiry.
 *
 * <pre>
 *   OrderStore ── ClientOrder ──┬─ BookSide ─ PriceLevel, QueueModel
 *                               ├─ TriggerBook ─ TriggerList
 *                               └─ ExpiryQueue
 * </pre>
 *
 * <p>Objects are pooled and linked to each other directly; the links are seen here only. Pure, one thread.
 */
@NullMarked
package io.lockstep.simulator.matching.book;

import org.jspecify.annotations.NullMarked;
