/**
 * What an operator does to an engine from another process, and the engine's side of it.
 *
 * <pre>
 *   lockstep kill, pause …                       engine's process
 *   Operator ──► Latches ─────────────────────►  OperatorDesk ──► OperatorCommand on the ring
 *            ──► control/requests ────────────►        │
 *            ◄── control/answers ◄─────────────────────┘ once the engine thread is through with it
 * </pre>
 *
 * <p>Requests and answers are append-only files beside the journal, one JSON object and its CRC32C a line. Whoever may write there may
 * operate the engine: the folder belongs to its user alone.
 */
@NullMarked
package io.lockstep.launcher.operator;

import org.jspecify.annotations.NullMarked;
