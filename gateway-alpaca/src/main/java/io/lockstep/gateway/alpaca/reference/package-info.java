/**
 * What Alpaca says about itself over REST: assets, the account, its clock and calendar. Read at start and now and then; cold path.
 *
 * <p>A body that cannot be read answers null and never throws: an error page is not a list of assets.
 */
@NullMarked
package io.lockstep.gateway.alpaca.reference;

import org.jspecify.annotations.NullMarked;
