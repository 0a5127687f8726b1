/**
 * Commands that answer a question and change nothing: health, status, limits, audit, incidents, settings, strategies.
 */
@NullMarked
package io.lockstep.launcher.cli.inquiry;

import org.jspecify.annotations.NullMarked;
