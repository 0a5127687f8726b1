package io.lockstep.launcher.session.result;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.desk.RiskHandler;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.position.Position;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows the profit of a run: a closed trade is a fill that took profit or loss home; the equity curve is read at every fill and once a
 * minute of event time. Written on the engine thread, read when it has stopped.
 */
public final class Performance implements EngineListener {
    private static final long SAMPLE_NS = 60_000_000_000L;

    private final RiskHandler risk;
    private final List<Instrument> instruments;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final long[] realizedBefore;
    private long nextSampleNs;
    private long firstNs;
    private long lastNs;
    private long exposedNs;
    private long trades;
    private long wins;
    private long grossWin;
    private long grossLoss;
    private long peak;
    private long maxDrawdown;

    /** Follows the books of a risk handler. */
    public Performance(RiskHandler risk, List<Instrument> instruments) {
        this.risk = risk;
        this.instruments = List.copyOf(instruments);
        realizedBefore = new long[(risk.portfolio().strategies() + 1) * instruments.size()];
    }

    @Override
    public void onEvent(EngineEvent event) {
        long timeNs = event.timeNs();
        if (firstNs == 0) {
            firstNs = timeNs;
            lastNs = timeNs;
        }
        boolean fill = event.templateId() == ExecutionReportDecoder.TEMPLATE_ID && onReport(event);
        if (fill || timeNs >= nextSampleNs) {
            sample(timeNs);
        }
    }

    /** Profit of a quote currency: realized and unrealized, less fees paid in it; E8. */
    public long pnl(String currency) {
        long sum = 0;
        for (Instrument instrument : instruments) {
            if (instrument.quoteAsset().equals(currency)) {
                sum += pnl(instrument);
            }
        }
        return sum;
    }

    /** Profit locked in of a quote currency, fees not taken off, E8. */
    public long realizedPnl(String currency) {
        long sum = 0;
        for (Instrument instrument : instruments) {
            if (instrument.quoteAsset().equals(currency)) {
                for (int account = 0; account < portfolio().accounts(); account++) {
                    sum += portfolio().accountPosition(account, instrument.id()).realizedPnl();
                }
            }
        }
        return sum;
    }

    /** Fees paid by asset, E8. */
    public Map<String, Long> fees() {
        Map<String, Long> fees = new TreeMap<>();
        for (int asset = 0; asset < portfolio().assets().size(); asset++) {
            long paid = 0;
            for (int account = 0; account < portfolio().accounts(); account++) {
                paid += portfolio().ledger(account).feesPaid(asset);
            }
            if (paid != 0) {
                fees.put(portfolio().assets().code(asset), paid);
            }
        }
        return fees;
    }

    /** Quote currencies of the run, sorted. */
    public List<String> currencies() {
        return instruments.stream()
                .map(Instrument::quoteAsset)
                .distinct()
                .sorted()
                .toList();
    }

    /** Fills that closed something. */
    public long trades() {
        return trades;
    }

    /** Share of closing fills with a profit; NaN without trades. */
    public double winRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }

    /** Sum of profits over sum of losses of closing fills; NaN without losses. */
    public double profitFactor() {
        return grossLoss == 0 ? Double.NaN : (double) grossWin / grossLoss;
    }

    /** Deepest fall of profit below its highest value so far, all currencies added, E8. */
    public long maxDrawdown() {
        return maxDrawdown;
    }

    /** Share of event time with a position, sampled. */
    public double exposure() {
        return lastNs == firstNs ? 0 : (double) exposedNs / (lastNs - firstNs);
    }

    private boolean onReport(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (report.execType() != ExecType.FILL) {
            return false;
        }
        int strategyId = report.strategyId();
        int instrumentId = report.instrumentId();
        Position position = portfolio().strategyPosition(report.accountId(), strategyId, instrumentId);
        int slot = strategyId * instruments.size() + instrumentId;
        long realized = position.realizedPnl() - realizedBefore[slot];
        realizedBefore[slot] = position.realizedPnl();
        if (realized != 0) {
            trades++;
            wins += realized > 0 ? 1 : 0;
            grossWin += Math.max(0, realized);
            grossLoss += Math.max(0, -realized);
        }
        return true;
    }

    private void sample(long timeNs) {
        nextSampleNs = timeNs + SAMPLE_NS;
        exposedNs += isExposed() ? timeNs - lastNs : 0;
        lastNs = timeNs;
        long equity = 0;
        for (String currency : currencies()) {
            equity += pnl(currency);
        }
        peak = Math.max(peak, equity);
        maxDrawdown = Math.max(maxDrawdown, peak - equity);
    }

    private boolean isExposed() {
        for (Instrument instrument : instruments) {
            for (int account = 0; account < portfolio().accounts(); account++) {
                if (portfolio().accountPosition(account, instrument.id()).quantity() != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private long pnl(Instrument instrument) {
        long price = risk.market().view(instrument.id()).fairPrice();
        long sum = 0;
        for (int account = 0; account < portfolio().accounts(); account++) {
            Position position = portfolio().accountPosition(account, instrument.id());
            sum += position.realizedPnl() + position.unrealizedPnl(instrument, price) - position.fees();
        }
        return sum;
    }

    private Portfolio portfolio() {
        return risk.portfolio();
    }
}
