/**
 * Between the process and the venue: requests and answers, the private stream, the lists, market data, each with its own ways to fail. It speaks the
 * engine's port, as a gateway does.
 */
@NullMarked
package io.lockstep.launcher.swarm.line;

import org.jspecify.annotations.NullMarked;
