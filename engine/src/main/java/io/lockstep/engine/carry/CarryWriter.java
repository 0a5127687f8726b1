package io.lockstep.engine.carry;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.CarriedBalanceEncoder;
import io.lockstep.engine.sbe.CarriedOrderEncoder;
import io.lockstep.engine.sbe.CarriedPositionEncoder;
import io.lockstep.engine.sbe.CarriedSeriesEncoder;
import io.lockstep.engine.sbe.CarriedStateEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;

/**
 * Publishes what was true at the end of an epoch, as events of the next one and under its ids. What is flat and has no home any more is left
 * out; what is not flat must have one. Used by one thread, between two epochs.
 */
public final class CarryWriter {
    private static final int NUMBERS_PER_PART = 100;
    private static final int NET = CarriedPositionEncoder.strategyIdNullValue();

    private final EventPublisher publisher;
    private final CarryMap map;
    private final long timeNs;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CarriedOrderEncoder order = new CarriedOrderEncoder();
    private final CarriedPositionEncoder position = new CarriedPositionEncoder();
    private final CarriedBalanceEncoder balance = new CarriedBalanceEncoder();
    private final CarriedStateEncoder state = new CarriedStateEncoder();
    private final CarriedSeriesEncoder series = new CarriedSeriesEncoder();
    private long carried;

    /**
     * A writer into an epoch that is being opened.
     *
     * @param timeNs time of all events, UTC, nanoseconds
     */
    public CarryWriter(EventPublisher publisher, CarryMap map, long timeNs) {
        this.publisher = publisher;
        this.map = map;
        this.timeNs = timeNs;
    }

    /** Number of events published. */
    public long carried() {
        return carried;
    }

    /** Publishes an order, unless its account or instrument is gone and it can no longer trade. */
    public void order(Order each) {
        int account = map.account(each.accountId());
        int instrument = map.instrument(each.instrumentId());
        if (account < 0 || instrument < 0) {
            requireNothing(
                    "order", each.state().isOpen() ? each.leavesQty() : 0, each.accountId(), each.instrumentId());
            return;
        }
        EngineEvent event = publisher.claim();
        each.carryTo(order.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(account)
                .strategyId(map.owner(each.strategyId(), each.instrumentId()))
                .instrumentId(instrument));
        publish(event, order.limit());
    }

    /**
     * Publishes the position of a strategy, or of what came from outside.
     *
     * @param strategyId 0 for external
     */
    public void position(int accountId, int strategyId, int instrumentId, Position each) {
        int owner = strategyId == 0 ? 0 : map.owner(strategyId, instrumentId);
        write(accountId, owner, instrumentId, each);
    }

    /** Publishes the net position of an account. */
    public void net(int accountId, int instrumentId, Position each) {
        write(accountId, NET, instrumentId, each);
    }

    /** The account's id now, or {@link CarryMap#GONE}. */
    public int account(int before) {
        return map.account(before);
    }

    /** The instrument's id now, or {@link CarryMap#GONE}. */
    public int instrument(int before) {
        return map.instrument(before);
    }

    /** Account a strategy traded for, by the id it had. */
    public int accountOf(int strategyId) {
        return map.accountOf(strategyId);
    }

    private void write(int accountId, int owner, int instrumentId, Position each) {
        int account = map.account(accountId);
        int instrument = map.instrument(instrumentId);
        if (account < 0 || instrument < 0) {
            requireNothing("position", each.quantity(), accountId, instrumentId);
            return;
        }
        if (each.fills() == 0 && each.quantity() == 0 && each.realizedPnl() == 0 && each.fees() == 0) {
            return;
        }
        EngineEvent event = publisher.claim();
        position.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(account)
                .strategyId(owner)
                .instrumentId(instrument)
                .fills(each.fills())
                .quantity(each.quantity())
                .cost(each.cost())
                .realizedPnl(each.realizedPnl())
                .fees(each.fees());
        publish(event, position.limit());
    }

    /**
     * Publishes a balance, unless its account is gone.
     *
     * @param stated whether the venue has stated the account's opening balances
     * @param amount E8
     * @param feesPaid E8
     */
    public void balance(int accountId, boolean stated, String asset, long amount, long feesPaid) {
        int account = map.account(accountId);
        if (account < 0) {
            return;
        }
        EngineEvent event = publisher.claim();
        balance.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(account)
                .stated((short) (stated ? 1 : 0))
                .balance(amount)
                .feesPaid(feesPaid)
                .asset(asset);
        publish(event, balance.limit());
    }

    /**
     * Publishes a trading state, unless what it covers is gone.
     *
     * @param stopped whether it is a strategy that is not called
     */
    public void state(ScopeKind scope, int id, TradingState each, boolean stopped) {
        int now = idNow(scope, id);
        if (now < 0) {
            return;
        }
        EngineEvent event = publisher.claim();
        state.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .scopeKind(scope)
                .scopeId(now)
                .state(each)
                .stopped((short) (stopped ? 1 : 0));
        publish(event, state.limit());
    }

    /**
     * Publishes numbers a control counts with, in as many parts as it takes, unless what they are about is gone.
     *
     * @param name which control, up to 32 characters
     */
    public void series(ScopeKind scope, int id, String name, long... values) {
        int now = idNow(scope, id);
        for (int from = 0; now >= 0 && from < values.length; from += NUMBERS_PER_PART) {
            int count = Math.min(NUMBERS_PER_PART, values.length - from);
            EngineEvent event = publisher.claim();
            CarriedSeriesEncoder.ValuesEncoder part = series.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                    .scopeKind(scope)
                    .scopeId(now)
                    .name(name)
                    .valuesCount(count);
            for (int i = 0; i < count; i++) {
                part.next().value(values[from + i]);
            }
            publish(event, series.limit());
        }
    }

    private int idNow(ScopeKind scope, int id) {
        return switch (scope) {
            case ACCOUNT -> map.account(id);
            case INSTRUMENT -> map.instrument(id);
            case STRATEGY -> map.strategy(id);
            default -> id;
        };
    }

    private void publish(EngineEvent event, int end) {
        event.complete(end, timeNs);
        publisher.publish(event);
        carried++;
    }

    private static void requireNothing(String what, long quantity, int accountId, int instrumentId) {
        if (quantity != 0) {
            throw new IllegalArgumentException("has no home in the new epoch: " + what + "=" + quantity
                    + ", account before=" + accountId + ", instrument before=" + instrumentId);
        }
    }
}
