/**
 * What a user may set of the limits, a record per group: per order, instrument, strategy, account and in total; triggers, outcomes, protection,\n * reconciliation.
 */
@NullMarked
package io.lockstep.engine.risk.settings;

import org.jspecify.annotations.NullMarked;
