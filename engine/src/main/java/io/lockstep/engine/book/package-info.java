/**
 * Books: the best bid and ask, and the aggregated levels behind them. Each handler that needs a book owns its own.
 */
@NullMarked
package io.lockstep.engine.book;

import org.jspecify.annotations.NullMarked;
