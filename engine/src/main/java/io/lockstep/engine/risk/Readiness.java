package io.lockstep.engine.risk;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.Venue;
import java.util.Arrays;

/**
 * Whether the ground an order stands on is sound: books equal to the venue's, streams up, clocks agreed, room on the disk. Each part is set by
 * events; while one is missing nothing new leaves, cancels and queries do. Owned by the risk handler.
 *
 * <p>An account is supervised in live mode, and in any mode once its private stream was heard of: from then on it must be reconciled.
 */
public final class Readiness {
    private static final long NS_PER_MS = 1_000_000;

    private final long maxClockOffsetNs;
    private final boolean[] supervised;
    private final boolean[] reconciled;
    private final ConnectionState[] userData;
    private final ConnectionState[] marketData;
    private final long[] clockOffsetNs;
    private boolean hostShort;
    private long hostAvailable;

    /**
     * Nothing supervised yet.
     *
     * @param accounts number of accounts
     * @param maxClockOffsetMs largest difference of a venue's clock, milliseconds
     */
    public Readiness(int accounts, long maxClockOffsetMs) {
        maxClockOffsetNs = maxClockOffsetMs * NS_PER_MS;
        supervised = new boolean[accounts];
        reconciled = new boolean[accounts];
        userData = new ConnectionState[accounts];
        Arrays.fill(userData, ConnectionState.CONNECTING);
        int venues = 1;
        for (Venue venue : Venue.values()) {
            venues = Math.max(venues, venue == Venue.NULL_VAL ? 0 : venue.value() + 1);
        }
        marketData = new ConnectionState[venues];
        Arrays.fill(marketData, ConnectionState.UP);
        clockOffsetNs = new long[venues];
    }

    /** Number of accounts. */
    public int accounts() {
        return supervised.length;
    }

    /** Whether the machine runs short. */
    public boolean isHostShort() {
        return hostShort;
    }

    /** Whether an account has reports of its own, so that silence means something. */
    public boolean isSupervised(int accountId) {
        return supervised[accountId];
    }

    /** An account must be reconciled from now on before orders may leave. */
    public void supervise(int accountId) {
        supervised[accountId] = true;
    }

    /** Whether an account's books were found equal to the venue's. */
    public boolean isReconciled(int accountId) {
        return reconciled[accountId];
    }

    /** Sets whether an account's books are known to equal the venue's. */
    public void reconciled(int accountId, boolean equal) {
        reconciled[accountId] = equal;
    }

    /** Sets the state of an account's private stream. */
    public void userData(int accountId, ConnectionState state) {
        userData[accountId] = state;
    }

    /** State of an account's private stream. */
    public ConnectionState userData(int accountId) {
        return userData[accountId];
    }

    /** Sets the state of a venue's market data. */
    public void marketData(Venue venue, ConnectionState state) {
        marketData[venue.value()] = state;
    }

    /** Sets a venue's clock less ours, nanoseconds. */
    public void clockOffset(Venue venue, long offsetNs) {
        clockOffsetNs[venue.value()] = offsetNs;
    }

    /** A venue's clock less ours, nanoseconds; 0 until it was measured. */
    public long clockOffsetNs(Venue venue) {
        return clockOffsetNs[venue.value()];
    }

    /** Whether a venue's clock differs too much. */
    public boolean isClockOff(Venue venue) {
        return Math.abs(clockOffsetNs[venue.value()]) > maxClockOffsetNs;
    }

    /**
     * Sets whether the machine runs short.
     *
     * @param available what is left, bytes
     */
    public void host(boolean runsShort, long available) {
        hostShort = runsShort;
        hostAvailable = available;
    }

    DenyReason check(Candidate order) {
        int accountId = order.accountId();
        Venue venue = order.instrument().venue();
        if (hostShort) {
            return order.deny(DenyReason.HOST_SHORT, 0, hostAvailable);
        }
        if (supervised[accountId] && userData[accountId] != ConnectionState.READY) {
            return order.deny(DenyReason.STREAM_DOWN, ConnectionState.READY.value(), userData[accountId].value());
        }
        if (supervised[accountId] && !reconciled[accountId]) {
            return DenyReason.NOT_RECONCILED;
        }
        ConnectionState market = marketData[venue.value()];
        if (market != ConnectionState.UP && market != ConnectionState.READY) {
            return order.deny(DenyReason.STREAM_DOWN, ConnectionState.UP.value(), market.value());
        }
        return isClockOff(venue)
                ? order.deny(
                        DenyReason.CLOCK_OFFSET,
                        maxClockOffsetNs / NS_PER_MS,
                        Math.abs(clockOffsetNs[venue.value()]) / NS_PER_MS)
                : DenyReason.NONE;
    }

    /** A number that differs when anything here differs. */
    public long hash() {
        long hash = hostShort ? 31 : 17;
        for (int i = 0; i < supervised.length; i++) {
            hash = hash * 31 + (supervised[i] ? 1 : 0) + (reconciled[i] ? 2 : 0) + 4 * userData[i].value();
        }
        for (int i = 0; i < marketData.length; i++) {
            hash = hash * 1_000_003 + marketData[i].value() + 31 * clockOffsetNs[i];
        }
        return hash;
    }
}
