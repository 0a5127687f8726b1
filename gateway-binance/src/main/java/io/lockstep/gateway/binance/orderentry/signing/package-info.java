/**
 * Bytes of a request, and the signature under them: HMAC-SHA256 or Ed25519, as the account's key is.
 *
 * <p>Runs on whatever thread encodes; a signer and its buffer belong to one. HMAC allocates nothing. Nothing here knows what is signed.
 */
@NullMarked
package io.lockstep.gateway.binance.orderentry.signing;

import org.jspecify.annotations.NullMarked;
