package io.lockstep.engine.desk.booking;

import io.lockstep.engine.book.Market;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.risk.GateState;
import io.lockstep.engine.risk.RiskGate;

/**
 * The tables and tools the parts of the risk handler share, all on its thread.
 *
 * @param instruments what is traded
 * @param market the market as the gate sees it
 * @param orders our orders
 * @param portfolio positions and cash
 * @param state what the gate reads
 * @param gate judges orders
 * @param writer writes decisions
 * @param booking keeps the tables true to commands and reports
 * @param commands gives commands about orders there are
 */
public record Desk(
        InstrumentTable instruments,
        Market market,
        OrderTable orders,
        Portfolio portfolio,
        GateState state,
        RiskGate gate,
        DecisionWriter writer,
        OrderBooking booking,
        OwnCommands commands) {}
