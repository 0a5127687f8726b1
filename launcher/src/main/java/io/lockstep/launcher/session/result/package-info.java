/**
 * What came of a run: counts, money, performance, and the figures shown while it lasts.
 */
@NullMarked
package io.lockstep.launcher.session.result;

import org.jspecify.annotations.NullMarked;
