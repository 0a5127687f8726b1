package io.lockstep.simulator.alpaca.desk;

import io.lockstep.simulator.alpaca.order.AlpacaOrder;
import io.lockstep.simulator.alpaca.order.OrderClass;
import io.lockstep.simulator.alpaca.order.OrderKind;
import io.lockstep.simulator.alpaca.order.OrderState;
import java.util.ArrayList;
import java.util.List;

/** What happens to one order of a group happens to the others: entries arm their legs, exits cancel each other. */
final class OrderGroups {
    private final OrderFlow flow;

    OrderGroups(OrderFlow flow) {
        this.flow = flow;
    }

    /** An order began to work: the stop of a pair of exits begins to watch. */
    void onWorking(AlpacaOrder order) {
        if (order.orderClass() == OrderClass.OCO && order.parent() == null) {
            order.legs().forEach(AlpacaOrder::watch);
        }
    }

    void onTriggered(AlpacaOrder order) {
        if (order.state() == OrderState.HELD) {
            flow.work(order);
        }
    }

    void onFill(AlpacaOrder order) {
        boolean entry = order.parent() == null && order.orderClass() != OrderClass.OCO;
        if (!entry) {
            exits(order).forEach(other -> shrink(order, other));
        } else if (order.state() == OrderState.FILLED) {
            List.copyOf(order.legs()).forEach(leg -> arm(order, leg));
        }
    }

    void onEnd(AlpacaOrder order) {
        boolean leads = order.parent() == null;
        List<AlpacaOrder> others = leads ? List.copyOf(order.legs()) : exits(order);
        if (order.state() != OrderState.REPLACED) {
            others.stream().filter(AlpacaOrder::isOpen).forEach(other -> flow.end(other, OrderState.CANCELED));
        }
    }

    /** A leg goes into the market once its entry is filled; of two, the stop only watches until it is met. */
    private void arm(AlpacaOrder entry, AlpacaOrder leg) {
        if (leg.state() != OrderState.HELD) {
            return;
        }
        leg.resize(entry.filled());
        if (entry.legs().size() == 1 || leg.terms().kind() == OrderKind.LIMIT) {
            flow.work(leg);
        } else {
            leg.watch();
        }
    }

    /** What one exit has traded the other must not trade again. */
    private void shrink(AlpacaOrder traded, AlpacaOrder other) {
        if (!other.isOpen()) {
            return;
        }
        if (traded.state() == OrderState.FILLED) {
            flow.end(other, OrderState.CANCELED);
        } else {
            other.resize(other.filled() + traded.openQuantity());
        }
    }

    /** The other exits of an exit's group. */
    private static List<AlpacaOrder> exits(AlpacaOrder order) {
        AlpacaOrder lead = order.parent() == null ? order : order.parent();
        List<AlpacaOrder> others = new ArrayList<>(lead.legs());
        if (lead.orderClass() == OrderClass.OCO) {
            others.add(lead);
        }
        others.remove(order);
        return others;
    }
}
