/**
 * From opinions to a decision: mixing a technical and a sentiment score, routing a falling basket into its inverse fund, and budgeting
 * calls to an external scorer. Pure calculations; time is event time.
 */
@NullMarked
package io.lockstep.strategies.signal;

import org.jspecify.annotations.NullMarked;
