package io.lockstep.engine.desk.protection;

import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;

/** The protection of a quantity: a stop at the venue or held here, a price to take profit at, and what is being done to get out. Pooled. */
final class Guard {
    /** Where it stands; epochs carry the place in this list over, so new ones go to its end. */
    enum Phase {
        /** Not in use. */
        FREE,
        /** Waits for its entry to trade. */
        ENTRY,
        /** The stop is placed; its acknowledgement may be outstanding. */
        GUARDING,
        /** The stop has to go before the exit can be sent. */
        CLEARING,
        /** The exit is to be sent. */
        EXIT_DUE,
        /** The exit is sent. */
        EXITING
    }

    Phase phase = Phase.FREE;
    int accountId;
    int strategyId;
    int instrumentId;
    Side entrySide = Side.NONE;
    long quantity;
    long stopPrice;
    long stopLimit;
    long takeProfit;
    long entryId;
    long stopId;
    long exitId;
    long sinceNs;
    boolean acknowledged;

    /** What a command says of the position it opens or guards. */
    void start(OrderCommandDecoder command, Side side) {
        accountId = command.accountId();
        strategyId = command.strategyId();
        instrumentId = command.instrumentId();
        entrySide = side;
        stopPrice = command.stopLossPrice();
        stopLimit = command.stopLossLimitPrice();
        takeProfit = command.takeProfitPrice();
        entryId = 0;
        stopId = 0;
        exitId = 0;
        quantity = 0;
        acknowledged = false;
    }

    /** The same protection for a part of its entry that traded. */
    void startFrom(Guard entry, long traded) {
        accountId = entry.accountId;
        strategyId = entry.strategyId;
        instrumentId = entry.instrumentId;
        entrySide = entry.entrySide;
        stopPrice = entry.stopPrice;
        stopLimit = entry.stopLimit;
        takeProfit = entry.takeProfit;
        entryId = 0;
        stopId = 0;
        exitId = 0;
        quantity = traded;
        acknowledged = false;
    }

    /** Its numbers, for another epoch. */
    long[] numbers(int account, int instrument) {
        return new long[] {
            account,
            instrument,
            phase.ordinal(),
            entrySide.value(),
            quantity,
            stopPrice,
            stopLimit,
            takeProfit,
            entryId,
            stopId,
            exitId,
            sinceNs,
            acknowledged ? 1 : 0
        };
    }

    /** Takes the numbers of an earlier epoch's guard. */
    void carried(int strategy, long[] numbers) {
        strategyId = strategy;
        accountId = (int) numbers[0];
        instrumentId = (int) numbers[1];
        phase = Phase.values()[(int) numbers[2]];
        entrySide = Side.get((short) numbers[3]);
        quantity = numbers[4];
        stopPrice = numbers[5];
        stopLimit = numbers[6];
        takeProfit = numbers[7];
        entryId = numbers[8];
        stopId = numbers[9];
        exitId = numbers[10];
        sinceNs = numbers[11];
        acknowledged = numbers[12] == 1;
    }

    boolean isLong() {
        return entrySide == Side.BUY;
    }

    Side exitSide() {
        return isLong() ? Side.SELL : Side.BUY;
    }

    boolean isOf(int strategy, int instrument) {
        return phase != Phase.FREE && strategyId == strategy && instrumentId == instrument;
    }
}
