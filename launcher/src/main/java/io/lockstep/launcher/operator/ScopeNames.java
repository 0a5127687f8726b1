package io.lockstep.launcher.operator;

import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Venue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The names a configuration gives to what a command may cover, in the order of their ids.
 *
 * @param accounts account names, ids from 0
 * @param symbols instruments' symbols, ids from 0
 * @param strategies strategy names, ids from 1
 */
public record ScopeNames(List<String> accounts, List<String> symbols, List<String> strategies) {
    /** Copies the lists. */
    public ScopeNames {
        accounts = List.copyOf(accounts);
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
    }

    /** The id of what a name means; empty if there is no such thing. */
    public OptionalInt id(ScopeKind scope, String name) {
        return switch (scope) {
            case ENGINE -> OptionalInt.of(0);
            case VENUE -> venue(name);
            case ACCOUNT -> found(accounts.indexOf(name), 0);
            case INSTRUMENT -> found(symbols.indexOf(name), 0);
            case STRATEGY -> found(strategies.indexOf(name), 1);
            case NULL_VAL -> OptionalInt.empty();
        };
    }

    /** The names of a kind, for a message. */
    public List<String> of(ScopeKind scope) {
        return switch (scope) {
            case ACCOUNT -> accounts;
            case INSTRUMENT -> symbols;
            case STRATEGY -> strategies;
            case VENUE ->
                Arrays.stream(Venue.values())
                        .filter(each -> each != Venue.NULL_VAL)
                        .map(ScopeNames::word)
                        .toList();
            case ENGINE, NULL_VAL -> List.of();
        };
    }

    private static OptionalInt found(int index, int firstId) {
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + firstId);
    }

    private static OptionalInt venue(String name) {
        return Arrays.stream(Venue.values())
                .filter(each -> each != Venue.NULL_VAL && word(each).equals(name))
                .mapToInt(Venue::value)
                .findFirst();
    }

    private static String word(Venue venue) {
        return venue.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
