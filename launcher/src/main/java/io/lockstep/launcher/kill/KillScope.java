package io.lockstep.launcher.kill;

import io.lockstep.engine.port.VenueAdmin.OpenOrder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.launcher.config.binding.Words;
import io.lockstep.launcher.venue.AdminAccount;

/**
 * What a kill covers.
 *
 * @param kind everything, or one venue, account, instrument or strategy
 * @param name which one; empty for everything
 */
public record KillScope(ScopeKind kind, String name) {
    /** Everything. */
    public static final KillScope ALL = new KillScope(ScopeKind.ENGINE, "");

    /** Whether it is everything. */
    public boolean isAll() {
        return kind == ScopeKind.ENGINE;
    }

    /** Whether a venue can tell what it covers; a strategy's orders only the engine can tell from another's. */
    public boolean isKnownToVenues() {
        return kind != ScopeKind.STRATEGY;
    }

    /** Whether anything of an account is covered. */
    boolean covers(AdminAccount account) {
        return switch (kind) {
            case ENGINE -> true;
            case VENUE -> Words.of(account.venue()).equals(name);
            case ACCOUNT -> account.name().equals(name);
            case INSTRUMENT -> account.symbols().contains(name);
            case STRATEGY, NULL_VAL -> false;
        };
    }

    /** Whether an order of a covered account is covered. */
    boolean covers(OpenOrder order) {
        return coversSymbol(order.symbol());
    }

    /** Whether a symbol of a covered account is covered. */
    boolean coversSymbol(String symbol) {
        return kind != ScopeKind.INSTRUMENT || symbol.equals(name);
    }

    @Override
    public String toString() {
        return isAll() ? "everything" : Words.of(kind) + " " + name;
    }
}
