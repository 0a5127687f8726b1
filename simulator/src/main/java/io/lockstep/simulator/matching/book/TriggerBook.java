package io.lockstep.simulator.matching.book;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.simulator.order.TriggerSource;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditional orders of one instrument that wait for a price. */
public final class TriggerBook {
    private final TriggerList risingLast = new TriggerList(true);
    private final TriggerList fallingLast = new TriggerList(false);
    private final TriggerList risingMark = new TriggerList(true);
    private final TriggerList fallingMark = new TriggerList(false);
    private final List<ClientOrder> trailing = new ArrayList<>();

    /** Whether an order of this kind is set off by a price at or above its trigger. */
    public static boolean isRising(OrderType type, boolean buy) {
        boolean takeProfit = type == OrderType.TAKE_PROFIT_MARKET || type == OrderType.TAKE_PROFIT_LIMIT;
        return buy != takeProfit;
    }

    /** Lets an order wait for its trigger. */
    public void add(ClientOrder order) {
        if (order.type() == OrderType.TRAILING_STOP) {
            trailing.add(order);
        } else {
            list(order).add(order);
        }
    }

    /** Lets an order wait no more. */
    public void remove(ClientOrder order) {
        if (order.type() == OrderType.TRAILING_STOP) {
            trailing.remove(order);
        } else {
            list(order).remove(order);
        }
    }

    /** Whether no order waits for prices of a source. */
    public boolean isEmpty(TriggerSource source) {
        boolean mark = source == TriggerSource.MARK;
        return trailing.isEmpty() && rising(mark).isEmpty() && falling(mark).isEmpty();
    }

    /** Takes out the next order that a price sets off; null if there is none. */
    @Nullable
    public ClientOrder next(TriggerSource source, long risingPrice, long fallingPrice) {
        boolean mark = source == TriggerSource.MARK;
        ClientOrder order = rising(mark).next(risingPrice);
        if (order == null) {
            order = falling(mark).next(fallingPrice);
        }
        return order != null ? order : nextTrailing(source, risingPrice, fallingPrice);
    }

    /** Moves trailing stops after the price. */
    public void trail(TriggerSource source, long price) {
        for (int i = 0; i < trailing.size(); i++) {
            ClientOrder order = trailing.get(i);
            if (order.triggerSource() == source) {
                trail(order, price);
            }
        }
    }

    /** Nearest trigger of the latest trade between two prices, {@code from} excluded; 0 for none. */
    public long nearest(long from, long to) {
        return to > from ? risingLast.nearest(from, to) : fallingLast.nearest(from, to);
    }

    private static void trail(ClientOrder order, long price) {
        if (!order.trailActive && isActivated(order, price)) {
            order.trailActive = true;
            order.stopPrice(stopFor(order, price));
        } else if (order.trailActive) {
            long stop = stopFor(order, price);
            order.stopPrice(order.isBuy() ? Math.min(stop, order.stopPrice()) : Math.max(stop, order.stopPrice()));
        }
    }

    private static boolean isActivated(ClientOrder order, long price) {
        long activation = order.stopPrice();
        return activation == FixedPoint.NULL || (order.isBuy() ? price <= activation : price >= activation);
    }

    private static long stopFor(ClientOrder order, long price) {
        long distance = order.trailDistance() != 0
                ? order.trailDistance()
                : FixedPoint.multiply(price, order.trailRate(), RoundingMode.HALF_EVEN);
        return order.isBuy() ? price + distance : price - distance;
    }

    private @Nullable ClientOrder nextTrailing(TriggerSource source, long risingPrice, long fallingPrice) {
        for (int i = 0; i < trailing.size(); i++) {
            ClientOrder order = trailing.get(i);
            boolean met = order.isBuy()
                    ? risingPrice != 0 && risingPrice >= order.stopPrice()
                    : fallingPrice != 0 && fallingPrice <= order.stopPrice();
            if (order.trailActive && met && order.triggerSource() == source) {
                return trailing.remove(i);
            }
        }
        return null;
    }

    private TriggerList list(ClientOrder order) {
        boolean mark = order.triggerSource() == TriggerSource.MARK;
        return isRising(order.type(), order.isBuy()) ? rising(mark) : falling(mark);
    }

    private TriggerList rising(boolean mark) {
        return mark ? risingMark : risingLast;
    }

    private TriggerList falling(boolean mark) {
        return mark ? fallingMark : fallingLast;
    }
}
