package io.lockstep.strategies.signal;

/**
 * Calls to an external service, ten in each minute of event time: six for the first tier, three for the second, one in reserve. In the
 * first seconds of a minute the first tier may use the reserve; whoever has no tier uses the reserve, then the second tier's. Nothing is
 * carried over.
 */
public final class CallBudget {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long BURST_NS = 10_999_999_999L;

    /** Who asks. */
    public enum Tier {
        /** The instruments looked at most often. */
        A,
        /** The others looked at regularly. */
        B,
        /** Those looked at on events only. */
        BENCH
    }

    /** Whose call was taken. */
    public enum Grant {
        /** One of tier A's. */
        A,
        /** One of tier B's. */
        B,
        /** The reserve. */
        RESERVE,
        /** None is left. */
        NONE
    }

    private final int perMinuteA;
    private final int perMinuteB;
    private final int perMinuteReserve;
    private long minute = Long.MIN_VALUE;
    private int leftA;
    private int leftB;
    private int leftReserve;

    /** With six, three and one. */
    public CallBudget() {
        this(6, 3, 1);
    }

    /** With other numbers a minute, none negative. */
    public CallBudget(int a, int b, int reserve) {
        perMinuteA = a;
        perMinuteB = b;
        perMinuteReserve = reserve;
    }

    /** Takes a call for a tier, if there is one. */
    public Grant take(long timeNs, Tier tier) {
        long now = Math.floorDiv(timeNs, MINUTE_NS);
        if (now != minute) {
            minute = now;
            leftA = perMinuteA;
            leftB = perMinuteB;
            leftReserve = perMinuteReserve;
        }
        boolean burst = Math.floorMod(timeNs, MINUTE_NS) <= BURST_NS;
        return switch (tier) {
            case A -> leftA > 0 ? takeA() : burst ? takeReserve() : Grant.NONE;
            case B -> takeB();
            case BENCH -> leftReserve > 0 ? takeReserve() : takeB();
        };
    }

    /** Calls left for tier A in the minute of the latest request. */
    public int leftA() {
        return leftA;
    }

    /** Calls left for tier B. */
    public int leftB() {
        return leftB;
    }

    /** Calls left in reserve. */
    public int leftReserve() {
        return leftReserve;
    }

    private Grant takeA() {
        leftA--;
        return Grant.A;
    }

    private Grant takeB() {
        if (leftB == 0) {
            return Grant.NONE;
        }
        leftB--;
        return Grant.B;
    }

    private Grant takeReserve() {
        if (leftReserve == 0) {
            return Grant.NONE;
        }
        leftReserve--;
        return Grant.RESERVE;
    }
}
