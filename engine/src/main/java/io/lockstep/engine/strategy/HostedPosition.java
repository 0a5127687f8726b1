package io.lockstep.engine.strategy;

import io.lockstep.engine.position.Position;

/** A strategy's view of its own position. */
final class HostedPosition implements VirtualPosition {
    private final Position position = new Position();

    Position book() {
        return position;
    }

    @Override
    public long quantity() {
        return position.quantity();
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
