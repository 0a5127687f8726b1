/**
 * The whole program against the simulated venues on loopback: orders leave over sockets, fills come back on the venues' own streams, and what
 * the engine believes is held against what the venue says of itself. The test's thread waits; engine, network and venues have their own.
 */
@NullMarked
package io.lockstep.launcher.wire;

import org.jspecify.annotations.NullMarked;
