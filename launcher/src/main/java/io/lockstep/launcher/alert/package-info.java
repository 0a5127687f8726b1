/**
 * Alerts on their way to people. The journal is the outbox: an alert is a decision journaled before anything else, and what became of it at
 * each receiver is an input journaled after it. What lies between is a bounded queue and a thread of its own.
 *
 * <pre>
 *   engine thread ── Alert decision ──► AlertOutbox ──queue──► AlertWorker ──► AlertReceiver (Slack, Telegram, file, desktop)
 *        ▲                                                         │
 *        └────────────────── AlertDelivery event ──────────────────┘
 * </pre>
 *
 * <p>A receiver that fails or stalls delays nothing but its own next try; what was not delivered when the process ended is found again by the
 * next start.
 */
@NullMarked
package io.lockstep.launcher.alert;

import org.jspecify.annotations.NullMarked;
