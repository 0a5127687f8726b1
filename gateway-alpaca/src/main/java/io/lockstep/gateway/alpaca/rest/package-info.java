/**
 * REST calls with the account's key, within the venue's limit of requests a minute. Answers are handed over on a thread the caller names.
 */
@NullMarked
package io.lockstep.gateway.alpaca.rest;

import org.jspecify.annotations.NullMarked;
