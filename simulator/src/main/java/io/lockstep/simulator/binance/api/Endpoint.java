package io.lockstep.simulator.binance.api;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Something that can be asked for.
 *
 * @param security who may
 * @param weight what it costs of the request weight
 * @param isOrder whether it counts as a new order
 * @param handler answers with JSON or throws {@link ApiError}
 */
public record Endpoint(
        Security security, ToIntFunction<Params> weight, boolean isOrder, Function<ApiCall, String> handler) {

    /** Who may ask. */
    public enum Security {
        /** Anybody. */
        NONE,
        /** Whoever names a key. */
        KEY,
        /** Whoever signs. */
        SIGNED,
        /** Whoever signs with a key that may trade. */
        TRADE
    }

    /** Open to anybody. */
    public static Endpoint open(int weight, Function<ApiCall, String> handler) {
        return new Endpoint(Security.NONE, params -> weight, false, handler);
    }

    /** For whoever signs. */
    public static Endpoint signed(int weight, Function<ApiCall, String> handler) {
        return new Endpoint(Security.SIGNED, params -> weight, false, handler);
    }

    /** For whoever signs and may trade. */
    public static Endpoint trade(int weight, Function<ApiCall, String> handler) {
        return new Endpoint(Security.TRADE, params -> weight, false, handler);
    }

    /** A new order. */
    public static Endpoint order(int weight, Function<ApiCall, String> handler) {
        return new Endpoint(Security.TRADE, params -> weight, true, handler);
    }
}
