package io.lockstep.strategies.indicator.structure;

import java.util.function.Predicate;

/**
 * Order blocks and the breakers they become: a block whose far side a close passes turns into a zone of the other side on the same bar,
 * and can be tested, fail or grow too old from the next bar on.
 */
final class OrderBlocks {
    private final Emitter emitter;
    private final int maxBlockAge;
    private final int maxBreakerAge;
    private final ZoneList blocks;
    private final ZoneList breakers;
    private final Predicate<Zone> isBlockOver = this::isBlockOver;
    private final Predicate<Zone> isBreakerOver = this::isBreakerOver;
    private Candle current = new Candle();

    OrderBlocks(StructureSettings settings, Emitter emitter) {
        this.emitter = emitter;
        maxBlockAge = settings.blockAge();
        maxBreakerAge = settings.breakerAge();
        blocks = new ZoneList(maxBlockAge + 2);
        breakers = new ZoneList(maxBlockAge + maxBreakerAge + 3);
    }

    void update(Candle candle) {
        current = candle;
        blocks.removeIf(isBlockOver);
        breakers.removeIf(isBreakerOver);
    }

    /** Makes a bar an order block unless it is a living one of that side already. */
    void add(int side, Candle candle) {
        if (!isBlock(side, candle.number)) {
            Zone block = blocks.add().reset(emitter.nextZoneId(), side, candle.low, candle.high);
            block.since(candle.number, emitter.bar());
            emitter.emit(StructureEvent.ORDER_BLOCK, block);
        }
    }

    private boolean isBlock(int side, long bar) {
        for (int i = 0; i < blocks.size(); i++) {
            Zone block = blocks.get(i);
            if (block.originBar == bar && block.side == side) {
                return true;
            }
        }
        return false;
    }

    private boolean isBlockOver(Zone block) {
        if (emitter.bar() - block.bornBar > maxBlockAge) {
            emitter.emit(StructureEvent.OB_EXPIRED, block);
            return true;
        }
        if (block.isBrokenBy(current)) {
            emitter.emit(StructureEvent.OB_BROKEN, block);
            turn(block);
            return true;
        }
        test(block, StructureEvent.OB_TESTED);
        return false;
    }

    private void turn(Zone block) {
        Zone breaker = breakers.add().reset(emitter.nextZoneId(), -block.side, block.low, block.high);
        breaker.since(block.originBar, emitter.bar());
        emitter.emit(StructureEvent.BREAKER, breaker);
    }

    private boolean isBreakerOver(Zone breaker) {
        if (breaker.bornBar == emitter.bar()) {
            return false;
        }
        if (emitter.bar() - breaker.bornBar > maxBreakerAge) {
            emitter.emit(StructureEvent.BREAKER_EXPIRED, breaker);
            return true;
        }
        if (breaker.isBrokenBy(current)) {
            emitter.emit(StructureEvent.BREAKER_FAILED, breaker);
            return true;
        }
        test(breaker, StructureEvent.BREAKER_TESTED);
        return false;
    }

    private void test(Zone zone, StructureEvent tested) {
        if (!zone.tested && zone.isTouchedBy(current)) {
            zone.tested = true;
            emitter.emit(tested, zone);
        }
    }
}
