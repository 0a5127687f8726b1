package io.lockstep.launcher.cli.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.cli.option.DurationConverter;
import io.lockstep.launcher.cli.option.OperatorOptions;
import io.lockstep.launcher.cli.option.ReportOptions;
import io.lockstep.launcher.cli.outcome.ExitCode;
import io.lockstep.launcher.cli.screen.Standings;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.kill.AccountSweep.Standing;
import io.lockstep.launcher.kill.EngineWatch;
import io.lockstep.launcher.kill.EngineWatch.Sign;
import io.lockstep.launcher.kill.Guard;
import io.lockstep.launcher.kill.KillReach;
import io.lockstep.launcher.operator.Latches;
import io.lockstep.launcher.operator.WaitClock;
import io.lockstep.launcher.session.StopSignal;
import io.lockstep.launcher.venue.VenueAdmins;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep guard}: the watchdog process. */
@Command(
        name = "guard",
        description = {
            "Watches an engine from a process of its own: process, heartbeat, journal progress. When the engine has been dead",
            "or silent for --dead-after, sets the kill latch and cancels at the venues itself until each has said twice that",
            "no order is open. Prints one JSON object a line. Ends with 4 when it has acted, with 0 on SIGTERM, with 1 when it",
            "was stopped before the venues had confirmed. Start it beside `run`, with a key of its own that cannot withdraw."
        })
public final class GuardCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private final ReportOptions report = new ReportOptions();

    @Mixin
    private final OperatorOptions operator = new OperatorOptions();

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "Configuration of the engine.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path config;

    @Option(names = "--all", description = "Cancel orders that other programs or people have sent as well.")
    private boolean all;

    @Option(
            names = "--dead-after",
            paramLabel = "TIME",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "How long an engine may be silent or gone; default ${DEFAULT-VALUE}.")
    private Duration deadAfter = Duration.ofSeconds(5);

    @Override
    public Integer call() throws IOException {
        if (deadAfter.toMillis() < 500) {
            throw new IllegalArgumentException("too short: --dead-after=" + deadAfter + ", least=500ms");
        }
        StopSignal stop = new StopSignal();
        LockstepConfig found = ConfigLoader.structure(Files.readString(config), config.toString());
        List<String> names =
                found.accounts().stream().map(AccountSettings::name).toList();
        Path folder = operator.folder().path();
        try (ControlFile control = ControlFile.open(folder);
                VenueAdmins venues = VenueAdmins.open(found)) {
            Latches latches = new Latches(control, folder, found.control().latchPath(), names);
            EngineWatch watch = new EngineWatch(control, WaitClock.SYSTEM);
            Lines lines = new Lines(report.out());
            lines.print(
                    "guarding", Map.of("journal", folder.toString(), "accounts", names, "deadAfter", deadAfter + ""));
            Guard guard = new Guard(
                    watch,
                    latches,
                    venues.accounts(),
                    new KillReach(all, !found.risk().protection().killKeepsStops()),
                    deadAfter.toMillis(),
                    WaitClock.SYSTEM,
                    System::currentTimeMillis,
                    lines);
            Guard.End end = guard.run(stop);
            lines.print("end", Map.of("end", end.name().toLowerCase(Locale.ROOT)));
            return switch (end) {
                case STOPPED -> ExitCode.DONE.code();
                case ACTED -> ExitCode.HALTED.code();
                case INCOMPLETE -> ExitCode.FAILED.code();
            };
        }
    }

    /** One JSON object a line. */
    private record Lines(PrintWriter out) implements Guard.Listener {
        @Override
        public void onLook(Sign sign, long pid, long sequence, long stillForMs) {
            print("engine", Map.of("engine", word(sign), "pid", pid, "sequence", sequence, "stillForMs", stillForMs));
        }

        @Override
        public void onAct(String reason) {
            print("act", Map.of("reason", reason));
        }

        @Override
        public void onStanding(Standing standing) {
            print("account", Standings.row(standing));
        }

        synchronized void print(String event, Map<String, ?> values) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("time", Instant.now().toString());
            line.put("event", event);
            line.putAll(values);
            try {
                out.println(JSON.writeValueAsString(line));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("line holds a value JSON cannot: " + line.keySet(), e);
            }
            out.flush();
        }

        private static String word(Sign sign) {
            return sign.name().toLowerCase(Locale.ROOT);
        }
    }
}
