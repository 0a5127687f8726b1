package io.lockstep.strategies;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Bars for tests: written by hand or a seeded random walk, five minutes each. */
public final class BarSeries {
    private static final long LENGTH_NS = 300_000_000_000L;
    private static final long CENT = FixedPoint.ONE / 100;

    private BarSeries() {}

    /** Bars of texts {@code open high low close}, volume 100. */
    public static List<Bar> of(String... bars) {
        List<Bar> series = new ArrayList<>();
        for (String text : bars) {
            String[] prices = text.split(" ", -1);
            series.add(bar(series.size())
                    .prices(
                            FixedPoint.parse(prices[0]),
                            FixedPoint.parse(prices[1]),
                            FixedPoint.parse(prices[2]),
                            FixedPoint.parse(prices[3]))
                    .volume(100 * FixedPoint.ONE, 0, 1));
        }
        return series;
    }

    /** Bars that open, stay and close at each price given, volume 100. */
    public static List<Bar> flat(String... closes) {
        List<String> bars = new ArrayList<>();
        for (String close : closes) {
            bars.add(close + " " + close + " " + close + " " + close);
        }
        return of(bars.toArray(String[]::new));
    }

    /** A random walk in cents from 100, the same for the same seed; a fifth of the bars does not move, a tenth has no volume. */
    public static List<Bar> randomWalk(long seed, int length) {
        Random random = new Random(seed);
        List<Bar> series = new ArrayList<>();
        long price = 10_000;
        for (int i = 0; i < length; i++) {
            long open = price;
            price = Math.max(100, price + (random.nextInt(5) == 0 ? 0 : random.nextInt(61) - 30));
            long high = Math.max(open, price) + random.nextInt(8);
            long low = Math.min(open, price) - random.nextInt(8);
            long volume = random.nextInt(10) == 0 ? 0 : random.nextInt(5_000);
            series.add(bar(i).prices(open * CENT, high * CENT, low * CENT, price * CENT)
                    .volume(volume * FixedPoint.ONE, 0, 1));
        }
        return series;
    }

    private static Bar bar(int number) {
        return new Bar().at(0, 300, number * LENGTH_NS, 20250303 + number / 78);
    }
}
