/**
 * The core of Lockstep. {@link io.lockstep.engine.Engine} builds the ring and its handlers; the pipeline:
 *
 * <pre>
 *  publishers ──► ring ──► journal ∥ indicators ──► strategies ──► risk ──► routing ──► gateway
 *      ▲                                                                      │
 *      └────────────── acks, fills, denials come back as events ◄─────────────┘
 * </pre>
 *
 * <p>No network, no file formats but the control file, and no clock in anything that decides.
 */
@NullMarked
package io.lockstep.engine;

import org.jspecify.annotations.NullMarked;
