package io.lockstep.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.benchmarks.wire.WireBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockstep bench}: runs the benchmarks and prints one table, each figure beside its floor or baseline. */
@Command(
        name = "lockstep bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the parts with JMH, each beside a floor or baseline of the same run, with bytes allocated per operation.",
            "Quote ratios: absolute figures depend on the machine and on what else it does."
        })
public final class Bench implements Callable<Integer> {
    /** The benchmark that the others of its class are held against. */
    private static final Map<String, String> FLOORS = Map.of(
            "EngineReplay", "encodeSealDecode",
            "JournalAppend", "copyIntoMappedFile",
            "Decoder", "handWritten",
            "Book", "treeMap",
            "RiskGate", "readFields",
            "Ring", "blockingQueueThereAndBack");

    @Option(names = "--quick", description = "One fork and short iterations: minutes instead of an hour.")
    private boolean quick;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--wire",
            paramLabel = "SECONDS",
            description = "Measure wire to wire over loopback for so long, beside a raw echo, instead of the parts.")
    private int wireSeconds;

    @Parameters(paramLabel = "NAME", description = "Only benchmarks whose name contains this, for example Decoder.")
    private List<String> names = List.of();

    /** Runs the benchmarks. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }

    @Override
    public Integer call() throws RunnerException, IOException, InterruptedException {
        if (wireSeconds > 0) {
            System.out.println(machine());
            new WireBench(wireSeconds).run(System.out);
            return 0;
        }
        Collection<RunResult> results = new Runner(options().build()).run();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RunResult result : results) {
            rows.add(row(result));
        }
        rows.forEach(row -> compare(row, rows));
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(Map.of("machine", machine(), "benchmarks", rows)));
        } else {
            print(rows);
        }
        return 0;
    }

    private ChainedOptionsBuilder options() {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Dagrona.disable.bounds.checks=true", "-Xms1g", "-Xmx1g")
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 3 : 5)
                .warmupTime(TimeValue.milliseconds(quick ? 1_000 : 2_000))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(quick ? 500 : 2_000));
        List<String> chosen = names.isEmpty() ? List.of("io.lockstep.benchmarks") : names;
        chosen.forEach(options::include);
        return options;
    }

    /** Adds what a row is held against, and how many times as long it takes: one of the same run, parameters and mode. */
    private static void compare(Map<String, Object> row, List<Map<String, Object>> rows) {
        String group = String.valueOf(row.get("benchmark")).split("\\.", -1)[0];
        String floor = group + "." + FLOORS.getOrDefault(group, "");
        rows.stream()
                .filter(each -> floor.equals(each.get("benchmark"))
                        && Objects.equals(each.get("parameters"), row.get("parameters"))
                        && Objects.equals(each.get("mode"), row.get("mode")))
                .findFirst()
                .ifPresent(each -> {
                    row.put("floor", floor);
                    row.put("ratio", round(ns(row) / ns(each)));
                });
    }

    private static double ns(Map<String, Object> row) {
        return Double.parseDouble(String.valueOf(row.get("ns")));
    }

    private static Map<String, Object> row(RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.", -1);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("benchmark", name[name.length - 2].replace("Benchmark", "") + "." + name[name.length - 1]);
        row.put("parameters", parameters(result));
        row.put("mode", result.getParams().getMode().shortLabel());
        Result<?> primary = result.getPrimaryResult();
        row.put("ns", round(primary.getScore()));
        row.put("error", round(primary.getScoreError()));
        row.put("p50", round(primary.getStatistics().getPercentile(50)));
        row.put("p99", round(primary.getStatistics().getPercentile(99)));
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        row.put("bytesPerOp", allocated == null ? 0.0 : round(allocated.getScore()));
        return row;
    }

    private static String parameters(RunResult result) {
        return result.getParams().getParamsKeys().stream()
                .map(key -> key + "=" + result.getParams().getParam(key))
                .collect(Collectors.joining(" "));
    }

    private static double round(double value) {
        return Double.isNaN(value) ? 0 : Math.round(value * 10) / 10.0;
    }

    private static String machine() throws IOException {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        String model = Files.isReadable(cpuInfo)
                ? Files.readAllLines(cpuInfo).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("unknown processor")
                : System.getProperty("os.arch");
        return model + ", " + Runtime.getRuntime().availableProcessors() + " cores, JVM " + Runtime.version();
    }

    private static void print(List<Map<String, Object>> rows) throws IOException {
        System.out.println(machine());
        System.out.printf(
                "%-44s %-18s %-5s %12s %12s %12s %8s %10s%n",
                "benchmark", "parameters", "mode", "ns/op", "p50", "p99", "to floor", "B/op");
        for (Map<String, Object> row : rows) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %-18s %-5s %12s %12s %12s %8s %10s%n",
                    row.get("benchmark"),
                    row.get("parameters"),
                    row.get("mode"),
                    row.get("ns"),
                    row.get("p50"),
                    row.get("p99"),
                    row.getOrDefault("ratio", ""),
                    row.get("bytesPerOp"));
        }
    }
}
