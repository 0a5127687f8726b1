/**
 * Commands that try to prove the engine wrong: simulated worlds, scenarios of faults over sockets, recorded feeds held against what arrives.
 */
@NullMarked
package io.lockstep.launcher.cli.proof;

import org.jspecify.annotations.NullMarked;
