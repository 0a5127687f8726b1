package io.lockstep.strategies.micro;

import io.lockstep.engine.strategy.StrategyParameters;

/**
 * Parameters of {@link AvellanedaStrategy}.
 *
 * @param gamma risk aversion
 * @param k decay of the arrival of trades until it is fitted, per price unit
 * @param kLeast smallest fitted decay
 * @param kMost largest fitted decay
 * @param tauSeconds horizon, seconds
 * @param lot quantity of a quote, base currency, E8
 * @param maxLots position at which the side that adds to it is not quoted
 * @param halfLifeNs half-life of the volatility, nanoseconds
 * @param calmFactor quotes are pulled when volatility is above this multiple of its hourly mean
 * @param minIntervalNs time an order rests at least before it is moved, nanoseconds
 */
record AvellanedaSettings(
        double gamma,
        double k,
        double kLeast,
        double kMost,
        double tauSeconds,
        long lot,
        int maxLots,
        long halfLifeNs,
        double calmFactor,
        long minIntervalNs) {

    static AvellanedaSettings read(StrategyParameters parameters) {
        AvellanedaSettings settings = new AvellanedaSettings(
                parameters.number("gamma", 0.01, 0, 1_000),
                parameters.number("k", 1.5, 0.000001, 1_000_000),
                parameters.number("kMin", 0.01, 0.000001, 1_000_000),
                parameters.number("kMax", 1_000, 0.000001, 1_000_000),
                parameters.duration("tau", "60s", "1s", "1d").toMillis() / 1_000.0,
                parameters.exact("lot", "0.01", "0.00000001", "1000000"),
                parameters.integer("qMax", 5, 1, 1_000),
                parameters.duration("halfLife", "60s", "1s", "1d").toNanos(),
                parameters.number("calm", 4, 1, 1_000),
                parameters.duration("requote", "100ms", "0ms", "1h").toNanos());
        parameters.requireRule(settings.kLeast() <= settings.kMost(), "kMin", "not above kMax");
        return settings;
    }
}
