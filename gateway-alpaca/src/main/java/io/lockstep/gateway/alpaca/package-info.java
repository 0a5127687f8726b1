/**
 * Alpaca equities, crypto and news to and from engine events.
 *
 * <pre>
 *   reference     assets, account, clock, calendar         marketdata   stock, crypto and news streams ──► events
 *   orderentry    commands ──► REST requests               execution    trading stream, REST answers, queries ──► reports
 *   session       the dialogue with both kinds of stream   wire         times, numbers, JSON
 * </pre>
 *
 * <p>All of those are free of input and output. The sockets are in {@code rest} (calls and their budget), {@code feed} (market data kept up, gaps
 * filled) and {@code account} (orders, catching up, comparing); {@code status} tells how they are. {@link
 * io.lockstep.gateway.alpaca.AlpacaGateway} puts them together, {@link io.lockstep.gateway.alpaca.AlpacaAdmin} serves an operator without any.
 */
@NullMarked
package io.lockstep.gateway.alpaca;

import org.jspecify.annotations.NullMarked;
