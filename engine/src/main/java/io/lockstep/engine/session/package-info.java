/**
 * The trading day of the shares that follow an exchange's hours: which instruments those are, where in its day a moment lies, and what is set for
 * its end. What must not be sent is the risk gate's; what is sent at the end of the day is the desk's. Read on the risk handler's thread.
 */
@NullMarked
package io.lockstep.engine.session;

import org.jspecify.annotations.NullMarked;
