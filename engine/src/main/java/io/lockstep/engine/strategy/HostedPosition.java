package io.lockstep.engine.strategy;

import io.lockstep.engine.position.Position;

/** A strategy's view of its own position. */
final class HostedPosition implements VirtualPosition {
    private final Position position = new Position();
    private final long smallest;

    /** @param smallest least quantity that can be traded, base currency, E8 */
    HostedPosition(long smallest) {
        this.smallest = smallest;
    }

    Position book() {
        return position;
    }

    @Override
    public long quantity() {
        return position.quantity();
    }

    @Override
    public boolean isFlat() {
        return Math.abs(position.quantity()) < smallest;
    }

    @Override
    public long averagePrice() {
        return position.averagePrice();
    }

    @Override
    public long realizedPnl() {
        return position.realizedPnl();
    }

    @Override
    public long fees() {
        return position.fees();
    }
}
