package io.lockstep.launcher.session.epoch;

import io.lockstep.engine.carry.CarryMap;
import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.config.binding.Fault;
import io.lockstep.launcher.session.header.PastNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what an ended epoch holds and a new configuration has no home for. A strategy's position or order passes to nobody, with a notice;
 * an account or an instrument that holds something must stay configured.
 */
final class HomeCheck {
    private final RiskHandler risk;
    private final PastNames names;
    private final List<Instrument> instruments;
    private final CarryMap map;

    /**
     * Looks at the books of an ended epoch.
     *
     * @param instruments its instruments
     */
    HomeCheck(RiskHandler risk, PastNames names, List<Instrument> instruments, CarryMap map) {
        this.risk = risk;
        this.names = names;
        this.instruments = instruments;
        this.map = map;
    }

    /**
     * Makes sure that whatever is not flat has an account and an instrument.
     *
     * @param source what to call the configuration
     * @throws ConfigurationException if not; names everything
     */
    void require(String source) {
        List<Fault> faults = new ArrayList<>();
        Portfolio portfolio = risk.portfolio();
        for (int account = 0; account < portfolio.accounts(); account++) {
            for (Instrument instrument : instruments) {
                long held = portfolio.accountPosition(account, instrument.id()).quantity();
                if (held != 0 && !hasHome(account, instrument.id())) {
                    faults.add(fault(account, instrument, "holds " + plain(held)));
                }
            }
        }
        for (Order order = risk.orders().firstOpen();
                order != null;
                order = risk.orders().nextOpen(order)) {
            if (!hasHome(order.accountId(), order.instrumentId())) {
                faults.add(fault(
                        order.accountId(), instruments.get(order.instrumentId()), "has order " + order.orderId()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(source, faults);
        }
    }

    /** What passes to nobody, a sentence each. */
    List<String> homeless() {
        List<String> sentences = new ArrayList<>();
        for (int strategy = 1; strategy <= names.strategies().size(); strategy++) {
            for (Instrument instrument : instruments) {
                if (map.owner(strategy, instrument.id()) == 0) {
                    addHomeless(strategy, instrument, sentences);
                }
            }
        }
        return sentences;
    }

    private void addHomeless(int strategy, Instrument instrument, List<String> sentences) {
        String name = names.strategies().get(strategy - 1).name();
        long held = risk.portfolio()
                .strategyPosition(names.accountOf(strategy), strategy, instrument.id())
                .quantity();
        if (held != 0) {
            sentences.add("strategy " + name + " no longer trades " + instrument.symbol() + ": its position of "
                    + plain(held) + " is now external");
        }
        int open = 0;
        for (Order order = risk.orders().firstOpen();
                order != null;
                order = risk.orders().nextOpen(order)) {
            open += order.strategyId() == strategy && order.instrumentId() == instrument.id() ? 1 : 0;
        }
        if (open > 0) {
            sentences.add("strategy " + name + " no longer trades " + instrument.symbol() + ": nobody looks after its "
                    + open + " open orders");
        }
    }

    private boolean hasHome(int account, int instrument) {
        return map.account(account) != CarryMap.GONE && map.instrument(instrument) != CarryMap.GONE;
    }

    private Fault fault(int account, Instrument instrument, String what) {
        String problem = "account " + names.accounts().get(account) + " " + what + " of "
                + instrument.venue() + ":" + instrument.symbol()
                + " from before; keep both configured until it is flat";
        return new Fault("", "", problem, 0, 0);
    }

    private static String plain(long quantity) {
        return FixedPoint.toBigDecimal(quantity).stripTrailingZeros().toPlainString();
    }
}
