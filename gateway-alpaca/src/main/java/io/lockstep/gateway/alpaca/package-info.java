/**
 * Alpaca equities, crypto and news to and from engine events.
 *
 * <pre>
 *   reference     assets, account, clock, calendar         marketdata   stock, crypto and news streams ──► events
 *   orderentry    commands ──► REST requests               execution    trading stream, REST answers, queries ──► reports
 *   session       the dialogue with both kinds of stream   wire         times, numbers, JSON
 * </pre>
 *
 * <p>Everything below is free of input and output: bytes, times and commands in; events, requests and instructions out.
 */
@NullMarked
package io.lockstep.gateway.alpaca;

import org.jspecify.annotations.NullMarked;
