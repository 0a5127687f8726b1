package io.lockstep.simulator.alpaca.desk;

/** Refusals that come late, on order: after the venue has said yes. */
public final class TradeFaults {
    private int rejections;
    private int cancelRejections;
    private int replaceRejections;

    /** Lets the next so many new orders be rejected after they were accepted. */
    public void rejectNew(int count) {
        rejections = count;
    }

    /** Lets the next so many cancellations be refused after they were taken. */
    public void rejectCancels(int count) {
        cancelRejections = count;
    }

    /** Lets the next so many changes be refused after they were taken. */
    public void rejectReplaces(int count) {
        replaceRejections = count;
    }

    boolean takeRejection() {
        return rejections > 0 && rejections-- > 0;
    }

    boolean takeCancelRejection() {
        return cancelRejections > 0 && cancelRejections-- > 0;
    }

    boolean takeReplaceRejection() {
        return replaceRejections > 0 && replaceRejections-- > 0;
    }
}
