package io.lockstep.gateway.binance.reference;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.TradingStatusKind;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Compares what the engine was told of each symbol with what the venue says now, and tells the difference: another filter becomes a
 * definition, another status a trading status. What the ring has no room for is told at the next call. One thread.
 */
final class RulesWatch {
    private final Map<Integer, Told> told = new TreeMap<>();
    private final Map<Integer, SymbolRules> now = new TreeMap<>();
    private long changes;

    private record Told(Instrument instrument, SymbolRules rules, TradingStatusKind status) {}

    /** The engine knows this instrument, and takes it to be trading. */
    void known(Instrument instrument, SymbolRules rules) {
        told.put(instrument.id(), new Told(instrument, rules, TradingStatusKind.TRADING));
        now.put(instrument.id(), rules);
    }

    /** Changes told so far. */
    long changes() {
        return changes;
    }

    /** The rules of an instrument as read last. */
    SymbolRules rules(int instrumentId) {
        return Objects.requireNonNull(now.get(instrumentId), "no such instrument");
    }

    /** Takes a new reading; a symbol that is no longer listed counts as closed. */
    void update(ExchangeInfo info) {
        told.forEach((id, known) -> {
            SymbolRules rules = info.symbol(known.instrument().symbol()).orElseGet(() -> delisted(known.rules()));
            now.put(id, rules);
        });
    }

    /** Tells what changed, as far as the ring has room. */
    void publish(EventPublisher publisher, long nowNs) {
        for (Map.Entry<Integer, SymbolRules> entry : now.entrySet()) {
            Told before = Objects.requireNonNull(told.get(entry.getKey()));
            if (!publish(publisher, before, entry.getValue(), nowNs)) {
                return;
            }
        }
    }

    private boolean publish(EventPublisher publisher, Told before, SymbolRules rules, long nowNs) {
        boolean sameLimits = hasSameLimits(before.rules(), rules);
        if (sameLimits && before.status() == rules.status()) {
            return true;
        }
        EngineEvent event = publisher.tryClaim();
        if (event == null) {
            return false;
        }
        Instrument old = before.instrument();
        Instrument instrument = sameLimits ? old : rules.toInstrument(old.id(), old.makerFee(), old.takerFee());
        // a definition does not change a status for those who listen to statuses: limits first, the status in the next
        // slot
        TradingStatusKind status = sameLimits ? rules.status() : before.status();
        if (sameLimits) {
            ReferenceEvents.status(event, old.id(), rules.status(), rules.statusText(), nowNs);
        } else {
            ReferenceEvents.definition(event, instrument, rules, nowNs);
        }
        publisher.publish(event);
        changes++;
        Told after = new Told(instrument, rules, status);
        told.put(old.id(), after);
        return publish(publisher, after, rules, nowNs);
    }

    private static boolean hasSameLimits(SymbolRules a, SymbolRules b) {
        return a.price().equals(b.price())
                && a.lot().equals(b.lot())
                && a.marketLot().equals(b.marketLot())
                && a.notional().equals(b.notional());
    }

    private static SymbolRules delisted(SymbolRules rules) {
        return rules.withStatus(TradingStatusKind.CLOSED, "DELISTED");
    }
}
