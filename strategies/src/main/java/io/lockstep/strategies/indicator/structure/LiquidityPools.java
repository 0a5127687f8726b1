package io.lockstep.strategies.indicator.structure;

import java.util.function.Predicate;

/**
 * Pools of resting orders beyond pivots: side -1 above highs, side 1 below lows. A pivot close to a pool of its kind joins it. A pool
 * that is pierced is swept if a close comes back inside in time, else broken; one without a new member for long is dropped.
 */
final class LiquidityPools {
    private final Emitter emitter;
    private final long tickSize;
    private final long equalDistance;
    private final double equalRange;
    private final int sweepBars;
    private final int maxAge;
    private final ZoneList pools;
    private final Predicate<Zone> isOver = this::isOver;
    private Candle current = new Candle();
    private long dropped;

    LiquidityPools(StructureSettings settings, Emitter emitter) {
        this.emitter = emitter;
        tickSize = settings.tickSize();
        equalDistance = settings.equalTicks() * tickSize;
        equalRange = settings.equalRange();
        sweepBars = settings.sweepBars();
        maxAge = settings.poolAge();
        pools = new ZoneList(2 * (maxAge + 3));
    }

    /**
     * Takes a confirmed pivot.
     *
     * @param range average true range, E8, NaN if not ready
     */
    void addPivot(int side, long pivotBar, long price, double range) {
        double tolerance = Double.isNaN(range) ? equalDistance : Math.max((double) equalDistance, equalRange * range);
        for (int i = 0; i < pools.size(); i++) {
            Zone pool = pools.get(i);
            if (pool.side == side && Math.abs(price - pool.low) <= tolerance) {
                join(pool, pivotBar, price);
                return;
            }
        }
        pools.add().reset(emitter.nextZoneId(), side, price, price).since(pivotBar, pivotBar);
    }

    void update(Candle candle) {
        current = candle;
        pools.removeIf(isOver);
    }

    long dropped() {
        return dropped;
    }

    private void join(Zone pool, long pivotBar, long price) {
        long level = pool.side < 0 ? Math.max(pool.low, price) : Math.min(pool.low, price);
        pool.low = level;
        pool.high = level;
        pool.bornBar = pivotBar;
        emitter.emit(pool.side < 0 ? StructureEvent.EQH : StructureEvent.EQL, pool);
    }

    private boolean isOver(Zone pool) {
        if (emitter.bar() - pool.bornBar > maxAge) {
            dropped++;
            return true;
        }
        int beyond = -pool.side;
        if (pool.piercedBar < 0 && beyond * (current.extreme(beyond) - pool.low) >= tickSize) {
            pool.piercedBar = emitter.bar();
        }
        return pool.piercedBar >= 0 && isDecided(pool, beyond);
    }

    private boolean isDecided(Zone pool, int beyond) {
        if (beyond * (current.close - pool.low) < 0) {
            emitter.emit(StructureEvent.SWEEP, pool.side, pool.low, pool.low, pool.piercedBar, pool.id);
            return true;
        }
        if (emitter.bar() - pool.piercedBar + 1 >= sweepBars) {
            emitter.emit(StructureEvent.POOL_BROKEN, beyond, pool.low, pool.low, pool.piercedBar, pool.id);
            return true;
        }
        return false;
    }
}
