package io.lockstep.strategies.trade;

import io.lockstep.strategies.sizing.KellySizer;

/** The notional of the next trade as a fraction of equity. */
public interface SizeFraction {
    /** The fraction, E8; 0 is no trade. */
    long next();

    /** Learns from a closed trade: its net return as a fraction, E8. */
    void onClosed(long netReturn);

    /** Always the same. */
    record Fixed(long fraction) implements SizeFraction {
        @Override
        public long next() {
            return fraction;
        }

        @Override
        public void onClosed(long netReturn) {
            // the size does not depend on results
        }
    }

    /** Kelly's, up to a cap. */
    record Kelly(KellySizer sizer, long cap) implements SizeFraction {
        @Override
        public long next() {
            return Math.min(sizer.fraction(), cap);
        }

        @Override
        public void onClosed(long netReturn) {
            sizer.add(netReturn);
        }
    }
}
