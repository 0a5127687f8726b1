package io.lockstep.launcher.cli.run;

import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.config.binding.SettingsFile;
import io.lockstep.launcher.report.Report;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.simulator.scenario.FaultCount;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenuePorts;
import io.lockstep.simulator.server.VenueServer;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep simulate}: venues on loopback that anybody's client can trade at. */
@Command(
        name = "simulate",
        description = {
            "Serves simulated venues on loopback, with the protocols of the real ones, until SIGTERM or SIGINT comes.",
            "Prints `ready` when all of them listen. A port of 0 takes any free one; --json prints which."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 10_000;

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Option(names = "--binance-spot", paramLabel = "PORT", description = "Serve Binance Spot.")
    private @Nullable Integer binanceSpot;

    @Option(names = "--binance-usdm", paramLabel = "PORT", description = "Serve Binance USD-M futures.")
    private @Nullable Integer binanceUsdm;

    @Option(names = "--alpaca", paramLabel = "PORT", description = "Serve Alpaca, trading and data.")
    private @Nullable Integer alpaca;

    @Option(
            names = "--alpaca-tape",
            paramLabel = "TAPE",
            description =
                    "A tape of US shares for Alpaca, whose time is then the tape's, at the speed of its settings.")
    private @Nullable Path alpacaTape;

    @Option(
            names = "--tape",
            paramLabel = "TAPE",
            arity = "1..*",
            description = "Tapes to play, merged by time; without one, and after their end, the market is made up.")
    private List<Path> tapes = List.of();

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Recorded seconds that pass in one, from 0.01 to 10000; default 1.")
    private double speed;

    @Option(names = "--scenario", paramLabel = "FILE", description = "Faults to inject, see docs/simulator.md.")
    private @Nullable Path scenario;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Accounts, symbols and limits, as config/simulator.yaml; built-in ones unless given.")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException, InterruptedException {
        VenuePorts ports = ports();
        VenueServerSettings settings =
                config == null ? VenueServerSettings.defaults() : SettingsFile.load(config, VenueServerSettings.class);
        ScenarioSettings faults =
                scenario == null ? ScenarioSettings.NONE : SettingsFile.load(scenario, ScenarioSettings.class);
        StopSignal stop = new StopSignal();
        try (Recordings recordings = Recordings.open(tapes);
                Recordings shares = Recordings.open(alpacaTape == null ? List.of() : List.of(alpacaTape));
                VenueServer server = new VenueServer(settings, InstantSource.system())) {
            shares.sources().forEach(server::alpacaTape);
            server.tapes(recordings.sources(), speed).scenario(faults).start(ports);
            ready(server);
            stop.await();
            tellWhatHappened(server);
        }
        return ExitCode.DONE.code();
    }

    private VenuePorts ports() {
        VenuePorts ports = new VenuePorts(binanceSpot, binanceUsdm, alpaca);
        if (ports.isEmpty()) {
            throw report.badUsage(
                    new IllegalArgumentException("no venue to serve: give --binance-spot, --binance-usdm or --alpaca"));
        }
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw report.badUsage(new IllegalArgumentException("must be from 0.01 to 10000: --speed=" + speed));
        }
        return ports;
    }

    private void ready(VenueServer server) {
        if (report.isJson()) {
            report.print(new Report().add("ready", true).addSection("ports", server.ports()));
            return;
        }
        server.ports().forEach((venue, port) -> report.err().println(venue + " at 127.0.0.1:" + port));
        report.err().flush();
        report.out().println("ready");
        report.out().flush();
    }

    private void tellWhatHappened(VenueServer server) {
        for (FaultCount count : server.faults()) {
            String fault = count.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            report.err().println(fault + " at " + count.venue() + ": " + count.happened());
        }
        if (server.skippedRecords() > 0) {
            report.err().println("records of instruments no venue here trades: " + server.skippedRecords());
        }
    }
}
