package io.lockstep.simulator.alpaca.ticks;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Print;
import io.lockstep.simulator.alpaca.market.Quote;
import io.lockstep.simulator.alpaca.market.TickSink;
import java.util.List;
import java.util.SplittableRandom;

/** One asset of the synthetic market. */
final class SyntheticAsset {
    private static final long CENT = FixedPoint.ONE / 100;
    private static final long ROUND_LOT = 100;
    private static final int STEPS_PER_CHANGE = 2_000;

    private final Asset asset;
    private final SplittableRandom random;
    private final long tick;
    private final long startTicks;
    private long bidTicks;
    private long spreadTicks = 2;
    private long lastId;

    SyntheticAsset(Asset asset, int startCents, long seed) {
        this.asset = asset;
        this.random = new SplittableRandom(seed);
        this.tick = startCents < 100 ? CENT / 100 : CENT;
        this.startTicks = startCents * CENT / tick;
        this.bidTicks = startTicks;
        this.lastId = asset.isCrypto() ? 3_447_222_699_101_865_076L : 52_983_525_000_000L;
    }

    Asset asset() {
        return asset;
    }

    /** The price times a factor, on a tick, quote currency, E8. */
    long rounded(double factor) {
        return Math.round(bidTicks * factor) * tick;
    }

    void step(long timeNs, boolean core, TickSink sink) {
        move();
        sink.onQuote(asset, new Quote(bidTicks * tick, size(), (bidTicks + spreadTicks) * tick, size(), timeNs));
        if (random.nextBoolean()) {
            trade(timeNs, core, sink);
        }
    }

    /** A few ticks up or down; the further from the start, the likelier back toward it. */
    private void move() {
        if (random.nextInt(3) == 0) {
            long distance = Math.max(-45, Math.min(45, (bidTicks - startTicks) * 500 / startTicks));
            boolean up = random.nextInt(100) < 50 - distance;
            long ticks = 1L + random.nextInt(2);
            bidTicks = Math.max(2, up ? bidTicks + ticks : bidTicks - ticks);
        }
        spreadTicks = 1L + random.nextInt(3);
    }

    private void trade(long timeNs, boolean core, TickSink sink) {
        boolean bought = random.nextBoolean();
        long price = (bought ? bidTicks + spreadTicks : bidTicks) * tick;
        long size = asset.isCrypto() ? size() : (1L + random.nextInt(300)) * FixedPoint.ONE;
        Print print = new Print(
                ++lastId, asset.listing().exchangeCode(), price, size, conditions(size, core), bought, timeNs);
        sink.onPrint(asset, print);
        change(print, sink);
    }

    private void change(Print print, TickSink sink) {
        int chance = asset.isCrypto() ? STEPS_PER_CHANGE : random.nextInt(STEPS_PER_CHANGE);
        if (chance == 0) {
            sink.onCancel(asset, print.id(), print.timeNs());
        } else if (chance == 1) {
            Print corrected = new Print(
                    ++lastId,
                    print.exchange(),
                    print.price() + tick,
                    print.size(),
                    print.conditions(),
                    print.isBuyerTaking(),
                    print.timeNs());
            sink.onCorrection(asset, print.id(), corrected);
        }
    }

    private List<String> conditions(long size, boolean core) {
        if (asset.isCrypto()) {
            return List.of();
        }
        String regular = asset.listing().tape().equals("C") ? "@" : " ";
        boolean odd = size < ROUND_LOT * FixedPoint.ONE;
        if (core) {
            return odd ? List.of(regular, "I") : List.of(regular);
        }
        return odd ? List.of(regular, "T", "I") : List.of(regular, "T");
    }

    private long size() {
        return asset.isCrypto()
                ? (1L + random.nextInt(2_000)) * FixedPoint.ONE / 1_000
                : (1L + random.nextInt(9)) * ROUND_LOT * FixedPoint.ONE;
    }
}
