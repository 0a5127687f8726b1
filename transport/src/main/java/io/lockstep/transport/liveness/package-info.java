/** Finds streams that fall silent while their connection stays up. */
@NullMarked
package io.lockstep.transport.liveness;

import org.jspecify.annotations.NullMarked;
