package io.lockstep.engine.indicator;

import io.lockstep.engine.event.StateHash;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undoes trades a venue takes back, and redoes those it corrects, in the bars that are still open; a bar handed out stays as it is and the
 * miss is counted. A correction comes right behind the bust of what it corrects. Stock exchanges do this daily, so only instruments whose
 * bars are made from trades on such an exchange remember them. Owned by the indicator handler.
 */
final class PrintCorrections {
    private final IndicatorRegistry registry;
    private final Counters counters;
    private final @Nullable PrintLog[] logs;

    PrintCorrections(IndicatorRegistry registry, int instruments, Counters counters) {
        this.registry = registry;
        this.counters = counters;
        logs = new PrintLog[instruments];
        for (int id = 0; id < instruments; id++) {
            logs[id] = registry.series(id).stream()
                            .anyMatch(series -> series.builder().canBeCorrected())
                    ? new PrintLog()
                    : null;
        }
    }

    /** Notes a trade that counts. */
    void note(TradeDecoder trade, long timeNs) {
        PrintLog log = logs[trade.instrumentId()];
        if (log != null && trade.tradeId() != FixedPoint.NULL) {
            log.add(trade.tradeId(), timeNs, trade.price(), volume(trade), openClose(trade), highLow(trade));
        }
    }

    /** Takes a trade back. */
    void undo(TradeDecoder trade) {
        counters.add(Counter.TRADES_CORRECTED, 1);
        PrintLog log = logs[trade.instrumentId()];
        int slot = log == null ? PrintLog.NOT_FOUND : log.undo(trade.tradeId(), trade.price());
        if (log == null || slot == PrintLog.NOT_FOUND) {
            counters.add(Counter.CORRECTIONS_TOO_LATE, 1);
        } else {
            rebuild(trade.instrumentId(), log, log.timeNs(slot), volume(trade), trade.price());
        }
    }

    /** Puts the corrected trade in the place of the one taken back before it; false if there is none, then it is a trade like any other. */
    boolean redo(TradeDecoder trade) {
        counters.add(Counter.TRADES_CORRECTED, 1);
        PrintLog log = logs[trade.instrumentId()];
        if (log == null) {
            return true;
        }
        int slot = log.correct(trade.tradeId(), trade.price(), volume(trade), openClose(trade), highLow(trade));
        if (slot == PrintLog.NOT_FOUND) {
            return false;
        }
        rebuild(trade.instrumentId(), log, log.timeNs(slot), -volume(trade), trade.price());
        return true;
    }

    void addTo(StateHash hash) {
        for (PrintLog log : logs) {
            if (log != null) {
                log.addTo(hash);
            }
        }
    }

    private void rebuild(int instrumentId, PrintLog log, long timeNs, long undone, long price) {
        List<BarSeries> series = registry.series(instrumentId);
        for (int i = 0; i < series.size(); i++) {
            if (!series.get(i).builder().rebuild(log, timeNs, undone, price)) {
                counters.add(Counter.CORRECTIONS_TOO_LATE, 1);
            }
        }
    }

    static long volume(TradeDecoder trade) {
        return trade.flags().noVolume() ? 0 : trade.quantity();
    }

    static boolean openClose(TradeDecoder trade) {
        return !trade.flags().noOpenClose();
    }

    static boolean highLow(TradeDecoder trade) {
        return !trade.flags().noHighLow();
    }
}
