package io.lockstep.engine.risk;

/** The numbers behind the last denial; reused. Owned by the risk gate. */
final class Verdict {
    private long limitValue;
    private long actualValue;

    void clear() {
        limitValue = 0;
        actualValue = 0;
    }

    DenyReason deny(DenyReason reason, long limit, long actual) {
        limitValue = limit;
        actualValue = actual;
        return reason;
    }

    long limitValue() {
        return limitValue;
    }

    long actualValue() {
        return actualValue;
    }
}
