package io.lockstep.launcher.kill;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.engine.port.VenueException;
import io.lockstep.launcher.venue.AdminAccount;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Empties one account step by step: cancel everything, ask what is open, again with back-off, until the venue itself says zero twice at
 * least {@value #CONFIRM_MS} ms apart, or lists only what is to be kept; then, if told so, close positions inside a collar until they are flat. A venue that fails is asked
 * again: nothing counts as done before it says so.
 *
 * <pre>
 *   CANCELLING ──zero──► CONFIRMING ──zero again──► (FLATTENING ──flat──►) DONE
 *        ▲                   │
 *        └────some open──────┘
 * </pre>
 *
 * <p>One thread.
 */
public final class AccountSweep {
    /** How far apart the two answers must be, ms. */
    public static final long CONFIRM_MS = 2_000;

    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long FLATTEN_PAUSE_MS = 1_000;

    private final AdminAccount account;
    private final KillScope scope;
    private final KillReach reach;
    private final int collarBps;
    private Phase phase = Phase.CANCELLING;
    private long pauseMs = FIRST_PAUSE_MS;
    private long firstZeroMs;
    private long nextMs;
    private int open = -1;
    private int positions = -1;
    private int cancels;
    private int failures;
    private String lastFailure = "";

    /**
     * A sweep that has not begun.
     *
     * @param collarBps how far from the market closing orders may go, basis points; 0 leaves positions as they are
     */
    public AccountSweep(AdminAccount account, KillScope scope, KillReach reach, int collarBps) {
        this.account = account;
        this.scope = scope;
        this.reach = reach;
        this.collarBps = collarBps;
    }

    /** How far it is. */
    public enum Phase {
        /** Orders are open, or nobody knows. */
        CANCELLING,
        /** The venue said zero once. */
        CONFIRMING,
        /** No order is open; positions are being closed. */
        FLATTENING,
        /** Nothing is open, confirmed. */
        DONE
    }

    /** Where an account stands. */
    public record Standing(
            String account,
            Phase phase,
            int openOrders,
            int openPositions,
            int cancels,
            int failures,
            String lastFailure) {}

    /**
     * Does what is due.
     *
     * @param nowMs monotonic time, ms
     */
    public void step(long nowMs) {
        if (isDone() || nowMs < nextMs) {
            return;
        }
        try {
            switch (phase) {
                case CANCELLING, CONFIRMING -> cancel(nowMs);
                case FLATTENING -> flatten(nowMs);
                case DONE -> {}
            }
        } catch (VenueException e) {
            failures++;
            lastFailure = String.valueOf(e.getMessage());
            pause(nowMs);
        }
    }

    /** Whether it is through. */
    public boolean isDone() {
        return phase == Phase.DONE;
    }

    /** When the next step is due, monotonic, ms. */
    public long nextMs() {
        return nextMs;
    }

    /** Where it stands. */
    public Standing standing() {
        return new Standing(account.name(), phase, open, positions, cancels, failures, lastFailure);
    }

    private void cancel(long nowMs) {
        if (cancels == 0 && reach.isEverything()) {
            // before asking: what the answer would not list yet is cancelled as well
            account.symbols().stream().filter(scope::coversSymbol).forEach(this::cancelAll);
        }
        List<OpenOrder> listed =
                account.admin().openOrders().stream().filter(scope::covers).toList();
        List<OpenOrder> doomed = listed.stream().filter(this::isReached).toList();
        open = doomed.size();
        if (open == 0) {
            confirm(nowMs);
        } else {
            phase = Phase.CANCELLING;
            Set<String> kept = listed.stream()
                    .filter(each -> !isReached(each))
                    .map(OpenOrder::symbol)
                    .collect(Collectors.toSet());
            doomed.stream()
                    .map(OpenOrder::symbol)
                    .distinct()
                    .filter(symbol -> !kept.contains(symbol))
                    .forEach(this::cancelAll);
            doomed.forEach(this::cancelOne);
            pause(nowMs);
        }
    }

    private boolean isReached(OpenOrder order) {
        return (reach.foreign() || order.ours()) && (reach.stops() || !order.conditional());
    }

    private void confirm(long nowMs) {
        if (phase == Phase.CANCELLING) {
            phase = Phase.CONFIRMING;
            firstZeroMs = nowMs;
            nextMs = nowMs + CONFIRM_MS;
        } else if (nowMs - firstZeroMs >= CONFIRM_MS) {
            phase = collarBps == 0 ? Phase.DONE : Phase.FLATTENING;
            pauseMs = FIRST_PAUSE_MS;
            nextMs = nowMs;
        }
    }

    private void flatten(long nowMs) {
        VenueAdmin admin = account.admin();
        Set<String> busy = new HashSet<>();
        admin.openOrders().stream()
                .filter(each -> scope.covers(each) && isReached(each))
                .map(OpenOrder::symbol)
                .forEach(busy::add);
        List<OpenPosition> held = admin.positions().stream()
                .filter(each -> scope.coversSymbol(each.symbol()))
                .toList();
        open = busy.size();
        positions = held.size();
        if (held.isEmpty() && busy.isEmpty()) {
            phase = Phase.DONE;
            return;
        }
        // a closing order that did not fill in time goes, so that two never close the same position
        busy.forEach(this::cancelAll);
        for (OpenPosition each : held) {
            if (!busy.contains(each.symbol())) {
                admin.close(each, collarBps);
            }
        }
        nextMs = nowMs + FLATTEN_PAUSE_MS;
    }

    /** A symbol whose orders cannot be cancelled together may still let them go one by one. */
    private void cancelAll(String symbol) {
        attempt(() -> account.admin().cancelAll(symbol));
    }

    private void cancelOne(OpenOrder order) {
        attempt(() -> account.admin().cancel(order));
    }

    private void attempt(Runnable request) {
        cancels++;
        try {
            request.run();
        } catch (VenueException e) {
            failures++;
            lastFailure = String.valueOf(e.getMessage());
        }
    }

    private void pause(long nowMs) {
        nextMs = nowMs + pauseMs;
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
}
