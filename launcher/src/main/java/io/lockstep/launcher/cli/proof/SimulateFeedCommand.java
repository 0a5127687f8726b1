package io.lockstep.launcher.cli.proof;

import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.ProgressBar;
import io.lockstep.launcher.loopback.TemporaryFolder;
import io.lockstep.launcher.loopback.feed.FeedCheck;
import io.lockstep.launcher.loopback.feed.FeedLine;
import io.lockstep.launcher.loopback.feed.FeedResult;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.StopSignal;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep simulate-feed}: what becomes of recorded market data on its way through the wire. */
@Command(
        name = "simulate-feed",
        description = {
            "Plays tapes of Binance at venues on loopback, receives them as `run` does, journal included, and holds what the venues",
            "sent against what reached the ring: nothing may be missing that was not counted, and the books must match the",
            "quotes. Ends with 3 if something is missing."
        })
public final class SimulateFeedCommand implements Callable<Integer> {
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 10_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(
            names = "--tape",
            paramLabel = "TAPE",
            arity = "1..*",
            required = true,
            description = "Tapes to play, merged by time; of Binance Spot or USDⓈ-M.")
    private List<Path> tapes = List.of();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "50",
            description = "Recorded seconds that pass in one, from 0.01 to 10000; default 50.")
    private double speed;

    @Override
    public Integer call() throws IOException {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw report.badUsage(new IllegalArgumentException("must be from 0.01 to 10000: --speed=" + speed));
        }
        FeedResult result = check();
        report.print(report(result));
        return (result.isWhole() ? ExitCode.DONE : ExitCode.DAMAGE_FOUND).code();
    }

    private FeedResult check() throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.make();
                ProgressBar progress = new ProgressBar(report.err())) {
            return new FeedCheck(tapes, speed, folder.path().resolve("journal")).run(new StopSignal(), progress);
        }
    }

    private Report report(FeedResult result) {
        long sent = result.lines().stream().mapToLong(FeedLine::sent).sum();
        return new Report()
                .add("speed", speed)
                .add("seconds", rounded(result.seconds()))
                .add("messagesPerSecond", rounded(sent / Math.max(result.seconds(), 1e-3)))
                .addTable(
                        "messages",
                        result.lines().stream().map(SimulateFeedCommand::row).toList())
                .addSection("counted", result.counted())
                .add("unsent", result.unsent())
                .add("unexplained", result.unexplained())
                .add("gaps", result.gaps())
                .add("bookChecks", result.ringBooks().checks())
                .add("bookMatches", result.ringBooks().matches())
                .add("bookChecksOfTape", result.tapeBooks().checks())
                .add("bookMatchesOfTape", result.tapeBooks().matches())
                .addSection("gateway", result.gateway())
                .add("verdict", result.isWhole() ? "WHOLE" : "LOST");
    }

    private static Map<String, Object> row(FeedLine line) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("type", line.type());
        row.put("onTape", line.recorded());
        row.put("sent", line.sent());
        row.put("onRing", line.received());
        return row;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
