/**
 * Bars, indicators and the registry of what strategies declared. The indicator handler owns all of it; strategies see values only.
 */
@NullMarked
package io.lockstep.engine.indicator;

import org.jspecify.annotations.NullMarked;
