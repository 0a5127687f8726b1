package io.lockstep.strategies.swing;

import io.lockstep.engine.strategy.StrategyParameters;

/**
 * The six gates of the momentum strategy, all of which must be open. Pure.
 *
 * @param minAdx least ADX
 * @param minDiDifference least distance of +DI and -DI
 * @param minVolumeRatio least volume by mean volume
 * @param minAcceleration least return of the bar in the trade's direction, mean absolute returns
 * @param highPosition least price position of a long
 * @param lowPosition greatest price position of a short
 * @param minWidth least height of the channel, fraction of the close
 */
record MomentumGates(
        double minAdx,
        double minDiDifference,
        double minVolumeRatio,
        double minAcceleration,
        double highPosition,
        double lowPosition,
        double minWidth) {

    /** The set of gates when all are open. */
    static final int ALL = 0b11_1111;

    static MomentumGates read(StrategyParameters parameters) {
        return new MomentumGates(
                parameters.number("adxMin", 35, 0, 100),
                parameters.number("diDiff", 15, 0, 100),
                parameters.number("volRatio", 2, 0, 1_000),
                parameters.number("accel", 1.5, 0, 100),
                parameters.number("ppLong", 0.9, 0, 1),
                parameters.number("ppShort", 0.1, 0, 1),
                parameters.number("width", 0.08, 0, 1));
    }

    /** Side the directional indices speak for: 1 long, -1 short. */
    static int side(MomentumInputs inputs) {
        return inputs.diDifference > 0 ? 1 : -1;
    }

    /** The open gates as bits: trend, direction, volume, acceleration, position, width, lowest first. */
    int open(MomentumInputs inputs) {
        int side = side(inputs);
        boolean placed = side > 0 ? inputs.position >= highPosition : inputs.position <= lowPosition;
        return bit(0, inputs.adx >= minAdx)
                | bit(1, Math.abs(inputs.diDifference) >= minDiDifference)
                | bit(2, inputs.volumeRatio >= minVolumeRatio)
                | bit(3, side * inputs.acceleration >= minAcceleration)
                | bit(4, placed)
                | bit(5, inputs.width >= minWidth);
    }

    private static int bit(int gate, boolean open) {
        return open ? 1 << gate : 0;
    }
}
