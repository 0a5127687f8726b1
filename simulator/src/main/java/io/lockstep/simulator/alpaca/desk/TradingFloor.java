package io.lockstep.simulator.alpaca.desk;

import io.lockstep.simulator.alpaca.market.Agenda;
import io.lockstep.simulator.alpaca.market.Market;
import io.lockstep.simulator.alpaca.market.Sessions;
import java.util.function.LongSupplier;

/**
 * Where and when orders trade.
 *
 * @param market the public market
 * @param sessions the exchanges' sessions
 * @param agenda what is due when
 * @param nowNs the venue's time, UTC, nanoseconds
 * @param routeNs time an order needs to the market, and a request to its answer, nanoseconds
 */
public record TradingFloor(Market market, Sessions sessions, Agenda agenda, LongSupplier nowNs, long routeNs) {}
