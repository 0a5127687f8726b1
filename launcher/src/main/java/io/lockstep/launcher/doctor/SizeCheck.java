package io.lockstep.launcher.doctor;

import static io.lockstep.engine.instrument.FixedPoint.format;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.StrategySettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the configured sizes against the venues' filters: a strategy whose {@code notional} or {@code quantity} comes to an order the venue
 * refuses or our own gate denies would run and never trade. Strategies that size otherwise are held against their limits alone.
 */
final class SizeCheck {
    private static final String CHECK = "size";

    private final LockstepConfig config;
    private final Map<Integer, Long> prices;
    private final List<Finding> found = new ArrayList<>();

    /**
     * @param config with every strategy's defaults filled in
     * @param prices latest price by instrument id, E8; an instrument without one is noted as not checked
     */
    SizeCheck(LockstepConfig config, Map<Integer, Long> prices) {
        this.config = config;
        this.prices = prices;
    }

    /** Looks at every strategy and limit of the instruments. */
    List<Finding> run(List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            checkLimits(instrument);
            for (StrategySettings strategy : config.strategies()) {
                if (strategy.instruments().stream()
                        .anyMatch(config.instruments().get(instrument.id())::isNamed)) {
                    checkStrategy(strategy, instrument);
                }
            }
        }
        return found;
    }

    private void checkLimits(Instrument instrument) {
        Long price = prices.get(instrument.id());
        InstrumentLimits limits = limits(instrument);
        if (price == null || limits == null) {
            found.add(Finding.note(
                    instrument.symbol(), CHECK, "not checked: " + (price == null ? "no price came" : "no limits")));
            return;
        }
        SizedOrder byValue = SizedOrder.ofNotional(instrument, price, limits.maxOrderNotional());
        SizedOrder byQuantity = SizedOrder.ofQuantity(instrument, price, limits.maxOrderQuantity());
        SizedOrder largest = byValue.wished() < byQuantity.wished() ? byValue : byQuantity;
        Optional<String> refusal = largest.refusal();
        found.add(Finding.of(
                "limits of " + instrument.symbol(),
                CHECK,
                refusal.isEmpty(),
                "largest order allowed " + refusal.map(why -> why + ": ").orElse("is ") + largest.arithmetic()));
    }

    private void checkStrategy(StrategySettings strategy, Instrument instrument) {
        String subject = strategy.name() + " on " + instrument.symbol();
        long quantity = parameter(strategy, "quantity");
        long notional = parameter(strategy, "notional");
        Long price = prices.get(instrument.id());
        if (quantity == 0 && notional == 0) {
            found.add(Finding.note(subject, CHECK, "sized by the strategy itself, not checked"));
        } else if (quantity == 0 && notional < instrument.minNotional()) {
            found.add(Finding.wrong(
                    subject,
                    CHECK,
                    "notional " + format(notional) + " is below the venue's smallest notional "
                            + format(instrument.minNotional())));
        } else if (price != null) {
            checkOrder(
                    subject,
                    quantity == 0
                            ? SizedOrder.ofNotional(instrument, price, notional)
                            : SizedOrder.ofQuantity(instrument, price, quantity));
        }
    }

    private void checkOrder(String subject, SizedOrder order) {
        Optional<String> refusal = order.refusal().or(() -> denial(order));
        found.add(Finding.of(
                subject,
                CHECK,
                refusal.isEmpty(),
                refusal.map(why -> "an order " + why + ": ").orElse("") + order.arithmetic()));
    }

    private Optional<String> denial(SizedOrder order) {
        InstrumentLimits limits = limits(order.instrument());
        if (limits == null) {
            return Optional.of("is denied for want of limits");
        }
        if (order.quantity() > limits.maxOrderQuantity()) {
            return Optional.of("is above maxOrderQuantity " + format(limits.maxOrderQuantity()));
        }
        if (order.notional() > limits.maxOrderNotional()) {
            return Optional.of("is above maxOrderNotional " + format(limits.maxOrderNotional()));
        }
        return order.quantity() > limits.maxLong()
                ? Optional.of("is above maxLong " + format(limits.maxLong()))
                : Optional.empty();
    }

    private @Nullable InstrumentLimits limits(Instrument instrument) {
        return config.risk().instruments().stream()
                .filter(each -> each.symbol().equals(instrument.symbol()))
                .findFirst()
                .orElse(null);
    }

    /** A parameter as an exact number, E8; 0 where the strategy has none of that name. */
    private static long parameter(StrategySettings strategy, String name) {
        Object value = strategy.parameters().get(name);
        return value == null ? 0 : FixedPoint.of(new BigDecimal(value.toString()));
    }
}
