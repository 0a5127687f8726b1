package io.lockstep.launcher.session.result;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.report.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param statistics what was counted
 * @param performance what was earned
 * @param decisionHash rolling hash of all decisions
 * @param stateHash hash of the state behind them
 * @param decisions number of decisions
 */
public record RunResult(
        RunStatistics statistics, Performance performance, long decisionHash, long stateHash, long decisions) {

    /** Adds the result to a report under the names scripts rely on. */
    public Report addTo(Report report) {
        report.add("events", statistics.events())
                .add("decisions", decisions)
                .add("orders", statistics.orders())
                .add("fills", statistics.fills())
                .add("rejected", statistics.rejected())
                .addDecimal("pnl", totalPnl());
        addPerformance(report);
        return report.addSection("inputsByType", statistics.inputsByType())
                .addSection("decisionsByType", statistics.decisionsByType())
                .addSection("denied", statistics.deniedByReason())
                .add("decisionHash", HexFormat.of().toHexDigits(decisionHash))
                .add("stateHash", HexFormat.of().toHexDigits(stateHash));
    }

    private void addPerformance(Report report) {
        Map<String, BigDecimal> byCurrency = new TreeMap<>();
        performance.currencies().forEach(each -> byCurrency.put(each, FixedPoint.toBigDecimal(performance.pnl(each))));
        Map<String, BigDecimal> fees = new TreeMap<>();
        performance.fees().forEach((asset, paid) -> fees.put(asset, FixedPoint.toBigDecimal(paid)));
        report.addSection("pnlByCurrency", byCurrency)
                .addSection("fees", fees)
                .add("trades", performance.trades())
                .add("winRate", ratio(performance.winRate()))
                .add("profitFactor", ratio(performance.profitFactor()))
                .addDecimal("maxDrawdown", performance.maxDrawdown())
                .add("exposure", ratio(performance.exposure()));
    }

    /** Profit over all quote currencies, added up as if they were worth the same, E8. */
    private long totalPnl() {
        return performance.currencies().stream().mapToLong(performance::pnl).reduce(0, Math::addExact);
    }

    private static Object ratio(double value) {
        return Double.isNaN(value) ? "n/a" : BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
    }
}
