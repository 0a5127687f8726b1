package io.lockstep.strategies.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.strategy.StrategyParameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Gains at which part of a position is closed, or something is added to it. Shares refer to the initial size, so that what remains after
 * each rung does not depend on the rungs before.
 *
 * @param rungs in the order of their gains
 */
public record Ladder(List<Rung> rungs) {
    /** Without rungs. */
    public static final Ladder NONE = new Ladder(List.of());

    /**
     * A rung.
     *
     * @param gain as a fraction of the entry price, E8, positive
     * @param share of the initial size, E8, positive
     */
    public record Rung(long gain, long share) {}

    /** Copies the rungs and checks their order. */
    public Ladder {
        rungs = List.copyOf(rungs);
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            boolean rising = i == 0 || rung.gain() > rungs.get(i - 1).gain();
            if (rung.gain() <= 0 || rung.share() <= 0 || !rising) {
                throw new IllegalArgumentException("rungs must be positive with rising gains: rungs=" + rungs);
            }
        }
    }

    /**
     * Reads a parameter such as {@code 0.05:0.25,0.10:0.35,0.15:0.40}, or {@code off}. A fault is reported with the parameters'
     * others.
     */
    public static Ladder read(StrategyParameters parameters, String key, String fallback) {
        String text = parameters.text(key, fallback);
        try {
            return parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            parameters.requireRule(false, key, "off, or gain:share pairs with rising gains, as 0.05:0.25,0.10:0.35");
            return NONE;
        }
    }

    /** Sum of the shares, E8; not above 1 for a ladder of exits. */
    public long totalShare() {
        return rungs.stream().mapToLong(Rung::share).sum();
    }

    private static Ladder parse(String text) {
        List<Rung> rungs = new ArrayList<>();
        if (!text.equals("off")) {
            for (String pair : text.split(",", -1)) {
                int colon = pair.indexOf(':');
                String gain = pair.substring(0, Math.max(0, colon)).trim();
                String share = pair.substring(colon + 1).trim();
                rungs.add(new Rung(FixedPoint.parse(gain), FixedPoint.parse(share)));
            }
        }
        return new Ladder(rungs);
    }
}
