package io.lockstep.launcher.cli.option;

import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.launcher.kill.KillScope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a command covers: everything, or one thing by its name in the configuration. */
public final class ScopeOptions {
    @ArgGroup
    private @Nullable One one;

    /** What was named; at most one. */
    static final class One {
        @Option(names = "--venue", paramLabel = "V", description = "Only this venue, for example binance-spot.")
        private @Nullable String venue;

        @Option(names = "--account", paramLabel = "A", description = "Only this account.")
        private @Nullable String account;

        @Option(names = "--symbol", paramLabel = "S", description = "Only this instrument.")
        private @Nullable String symbol;

        @Option(names = "--strategy", paramLabel = "X", description = "Only this strategy.")
        private @Nullable String strategy;
    }

    /** What was asked for. */
    public KillScope scope() {
        One named = one;
        if (named == null) {
            return KillScope.ALL;
        }
        if (named.venue != null) {
            return new KillScope(ScopeKind.VENUE, named.venue);
        }
        if (named.account != null) {
            return new KillScope(ScopeKind.ACCOUNT, named.account);
        }
        if (named.symbol != null) {
            return new KillScope(ScopeKind.INSTRUMENT, named.symbol);
        }
        return named.strategy == null ? KillScope.ALL : new KillScope(ScopeKind.STRATEGY, named.strategy);
    }
}
