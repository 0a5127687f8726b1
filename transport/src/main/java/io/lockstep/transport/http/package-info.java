/**
 * An HTTP/1.1 client for one host that never hides what happened to a call: {@link io.lockstep.transport.http.HttpOutcome} says whether
 * it was answered, certainly not sent, or sent with its outcome unknown. It follows no redirect and repeats nothing.
 *
 * <p>A client and its connections live on one network thread; calls may come from any.
 */
@NullMarked
package io.lockstep.transport.http;

import org.jspecify.annotations.NullMarked;
