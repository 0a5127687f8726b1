/**
 * The end of an exchange's day: the closing auction, the unwinding before it, and never selling twice.
 */
@NullMarked
package io.lockstep.engine.desk.closing;

import org.jspecify.annotations.NullMarked;
