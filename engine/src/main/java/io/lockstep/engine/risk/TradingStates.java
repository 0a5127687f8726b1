package io.lockstep.engine.risk;

import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import java.util.Arrays;

/**
 * The trading-state ladder of every scope; the worst of the scopes an order falls under decides.
 *
 * <p>RUN lets everything pass; REDUCE only what shrinks the position; HALT only cancels; KILL and EXIT nothing but cancels, and they
 * are latched. Owned by the risk handler.
 */
public final class TradingStates {
    /** Largest id a scope may have. */
    public static final int MOST_ID = 65_535;

    private static final ScopeKind[] SCOPES = ScopeKind.values();

    private TradingState[][] states = new TradingState[SCOPES.length][0];
    private boolean draining;

    /** State of one scope. */
    public TradingState get(ScopeKind scope, int id) {
        TradingState[] row = states[scope.ordinal()];
        return id < row.length ? row[id] : TradingState.RUN;
    }

    /** Sets the state of one scope, up or down; who may do so is the caller's business. */
    public void set(ScopeKind scope, int id, TradingState state) {
        TradingState[] row = states[scope.ordinal()];
        if (id >= row.length) {
            int before = row.length;
            row = Arrays.copyOf(row, id + 8);
            Arrays.fill(row, before, row.length, TradingState.RUN);
            states[scope.ordinal()] = row;
        }
        row[id] = state;
    }

    /** Whether the run is ending: nothing new is begun until the next start. */
    public boolean isDraining() {
        return draining;
    }

    /** Says whether the run is ending. */
    public void draining(boolean ending) {
        draining = ending;
    }

    /** The state an order is under: the worst of engine, venue, account, instrument and strategy. */
    public TradingState effective(int venue, int accountId, int instrumentId, int strategyId) {
        TradingState worst = get(ScopeKind.ENGINE, 0);
        worst = worse(worst, get(ScopeKind.VENUE, venue));
        worst = worse(worst, get(ScopeKind.ACCOUNT, accountId));
        worst = worse(worst, get(ScopeKind.INSTRUMENT, instrumentId));
        return worse(worst, get(ScopeKind.STRATEGY, strategyId));
    }

    /** The worse of two states. */
    public static TradingState worse(TradingState a, TradingState b) {
        return a.value() >= b.value() ? a : b;
    }

    /** Shows every state that is not RUN. */
    public void forEach(Reader reader) {
        for (ScopeKind scope : SCOPES) {
            TradingState[] row = states[scope.ordinal()];
            for (int id = 0; id < row.length; id++) {
                if (row[id] != TradingState.RUN) {
                    reader.read(scope, id, row[id]);
                }
            }
        }
    }

    /** Looks at states. */
    public interface Reader {
        /** One scope's state. */
        void read(ScopeKind scope, int id, TradingState state);
    }

    /** A number that differs when any state differs. */
    public long hash() {
        long hash = draining ? 19 : 17;
        for (TradingState[] row : states) {
            for (int id = 0; id < row.length; id++) {
                if (row[id] != TradingState.RUN) {
                    hash = hash * 1_000_003 + id * 31L + row[id].value();
                }
            }
            hash = hash * 31 + 7;
        }
        return hash;
    }
}
