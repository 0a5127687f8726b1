/**
 * The journal: an {@link io.lockstep.engine.port.EventLog} on Chronicle Queue that can be trusted.
 *
 * <pre>
 *   engine thread ──► ChronicleEventLog ──► roll files ──► JournalReader ──► replay, import, print
 *                            │                  │
 *                        journal.mark           └──► JournalVerifier ──► JournalRepair
 * </pre>
 *
 * <p>Chronicle gives speed, and survival of a killed process; integrity is ours: each record carries its sequence, length and CRC32C, a
 * chain runs through all of them, and a mark beside them says how many there must be. Everything is read by our own walk over
 * the files. One writer thread; readers and verification may run at any time, also while the writer appends.
 *
 * <p>A <em>tape</em> is the same thing holding recorded market data only; see {@link io.lockstep.journal.SealedLog}.
 */
@NullMarked
package io.lockstep.journal;

import org.jspecify.annotations.NullMarked;
