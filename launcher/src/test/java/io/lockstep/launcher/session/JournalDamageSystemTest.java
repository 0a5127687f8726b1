package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.Threading;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.journal.ChronicleEventLog;
import io.lockstep.journal.JournalSettings;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.session.result.EventNames;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is not what was written, and a build that decides otherwise, are found and named by sequence. */
class JournalDamageSystemTest {
    @TempDir
    private Path folder;

    private int rewritten;

    @Test
    void shouldNameTheInputOfWhichOneByteWasChanged() throws IOException {
        JournalFolder journal = backtest(Strategies.shipped(), SampleConfig.trading(3));
        SplittableRandom random = new SplittableRandom(SampleTape.SEED);
        long sequence = 100 + random.nextInt(500);
        int at = random.nextInt(record(journal, sequence).length);
        System.out.println("flip: seed=" + SampleTape.SEED + ", sequence=" + sequence + ", byte=" + at);

        flip(journal, sequence, at);
        Program verify = Program.run("verify", "--json", "--journal", journal.path());
        Program replay = Program.run("replay", "--json", "--journal", journal.path());

        assertThat(verify.code()).isEqualTo(3);
        assertThat(verify.json().get("ok").asBoolean()).isFalse();
        assertThat(verify.json().get("firstBadSequence").asLong()).isEqualTo(sequence);
        assertThat(verify.json().get("damagedQueue").asText()).isEqualTo("inputs");
        assertThat(verify.json().get("reason").asText()).isNotEmpty();
        assertThat(replay.code()).isEqualTo(3);
        assertThat(replay.out()).isEmpty();
        assertThat(replay.err()).contains(Long.toString(sequence));
    }

    @Test
    void shouldNameTheFirstInputOnWhichAnotherBuildDecidesOtherwise() {
        StrategyCatalog recorded = Strategies.only(new Strategies.Type("buyer", () -> buyer(3)));
        StrategyCatalog other = Strategies.only(new Strategies.Type("buyer", () -> buyer(4)));
        JournalFolder journal = backtest(recorded, SampleConfig.of("buyer"));

        Replay.Outcome same = new Replay(recorded).run(journal, sequence -> {});
        Replay.Outcome diverged = new Replay(other).run(journal, sequence -> {});

        assertThat(same.word()).isEqualTo("MATCH");
        assertThat(diverged.word()).isEqualTo("DIVERGED");
        assertThat(diverged.result()).isNull();
        assertThat(diverged.divergence()).isNotNull();
        assertThat(diverged.divergence().inputSequence()).isEqualTo(sequenceOfTrade(journal, 3));
    }

    @Test
    void shouldNameTheInputOfARecordedDecisionThatAnotherBuildNeverReaches() {
        StrategyCatalog recorded = Strategies.only(new Strategies.Type("buyer", () -> buyer(3)));
        StrategyCatalog other = Strategies.only(new Strategies.Type("buyer", ScriptedStrategy::new));
        JournalFolder journal = backtest(recorded, SampleConfig.of("buyer"));

        Replay.Outcome diverged = new Replay(other).run(journal, sequence -> {});

        assertThat(diverged.divergence()).isNotNull();
        assertThat(diverged.divergence().inputSequence()).isEqualTo(sequenceOfTrade(journal, 3));
    }

    @Test
    void shouldSayDivergedWhenTheDecisionsOfARunThatEndedCleanlyWereCut() {
        JournalFolder journal = backtest(Strategies.shipped(), SampleConfig.trading(3));
        List<byte[]> decisions = records(journal.decisions());
        int kept = decisions.size() - 3;

        rewrite(journal.decisions(), decisions.subList(0, kept));
        Program verify = Program.run("verify", "--json", "--journal", journal.path());
        Program replay = Program.run("replay", "--json", "--journal", journal.path());

        assertThat(verify.code()).isZero();
        assertThat(replay.code()).isEqualTo(3);
        assertThat(replay.json().get("replay").asText()).isEqualTo("DIVERGED");
        assertThat(replay.json().get("divergedAt").asLong()).isEqualTo(cause(decisions.get(kept)));
    }

    @Test
    void shouldTakeOnlyTheDecisionsOfTheLastInputForTheTailOfARunThatWasCutShort() {
        JournalFolder journal = backtest(Strategies.shipped(), SampleConfig.trading(3));
        List<byte[]> inputs = records(journal.inputs());
        List<byte[]> decisions = records(journal.decisions());
        int last = decisions.size() / 2;
        long input = cause(decisions.get(last));
        int first = last;
        while (cause(decisions.get(first - 1)) == input) {
            first--;
        }

        rewrite(journal.inputs(), inputs.subList(0, (int) input));
        rewrite(journal.decisions(), decisions.subList(0, first));
        Replay.Outcome tail = new Replay(Strategies.shipped()).run(journal, sequence -> {});
        rewrite(journal.decisions(), decisions.subList(0, first - 1));
        Replay.Outcome hole = new Replay(Strategies.shipped()).run(journal, sequence -> {});

        assertThat(tail.word()).isEqualTo("MATCH");
        assertThat(tail.unrecorded()).isPositive();
        assertThat(hole.word()).isEqualTo("DIVERGED");
        assertThat(hole.divergence().inputSequence()).isEqualTo(cause(decisions.get(first - 1)));
    }

    @Test
    void shouldRepairOnAnOperatorsWordAndGoOnHaltedInANewEpoch() throws IOException {
        JournalFolder journal = backtest(Strategies.shipped(), SampleConfig.trading(3));
        Path config = Files.writeString(
                folder.resolve("run.yaml"),
                SampleConfig.trading(3).playing(folder.resolve("tape"), "max").text());
        flip(journal, 400, record(journal, 400).length - 1);

        Program refused = Program.run("run", "--json", "--config", config, "--journal", journal.path());
        Program repair = Program.run("journal", "repair", "--json", "--journal", journal.path());
        Program again = Program.run("journal", "repair", "--json", "--journal", journal.path());
        Program run = Program.run("run", "--json", "--config", config, "--journal", journal.path());
        Program verify = Program.run("verify", "--json", "--journal", journal.path());
        Program alerts =
                Program.run("journal", "print", "--journal", journal.path(), "--queue", "decisions", "--type", "alert");
        Program states = Program.run(
                "journal", "print", "--journal", journal.path(), "--queue", "inputs", "--type", "carriedState");

        assertThat(refused.code()).isEqualTo(3);
        assertThat(repair.code()).as(repair.err()).isEqualTo(3);
        assertThat(repair.json().at("/inputs/firstGivenUp").asLong()).isEqualTo(400);
        assertThat(repair.json().get("givenUp").asLong()).isPositive();
        assertThat(repair.json().at("/decisions/givenUp").asLong()).isZero();
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("orders").asLong()).isZero();
        assertThat(alerts.out()).contains("RECORDS_LOST");
        assertThat(states.out()).contains("ENGINE", "HALT");
        assertThat(verify.code()).as(verify.out()).isZero();
    }

    @Test
    void shouldShowRollFilesAndRecordsAndSayWhatElseThereIsToDo() {
        JournalFolder journal = backtest(Strategies.shipped(), SampleConfig.trading(3));

        Program list = Program.run("journal", "list", "--json", "--journal", journal.path());
        Program print = Program.run(
                "journal", "print", "--journal", journal.path(), "--from", 2, "--to", 900, "--type", "trade");
        Program nothing = Program.run("journal", "--journal", journal.path());

        assertThat(list.json().at("/files/0/firstSequence").asLong()).isEqualTo(1);
        assertThat(print.out().lines()).isNotEmpty().allMatch(line -> line.contains("  trade  "));
        assertThat(nothing.code()).isEqualTo(2);
    }

    private static List<byte[]> records(Path queue) {
        List<byte[]> records = new ArrayList<>();
        EngineEvent event = new EngineEvent();
        try (JournalFolder.Recording recording = JournalFolder.open(queue)) {
            while (recording.next(event)) {
                byte[] bytes = new byte[event.length()];
                event.buffer().getBytes(0, bytes);
                records.add(bytes);
            }
        }
        return records;
    }

    /** Puts a sound journal of these records in a queue's place, as if nothing else had ever been appended. */
    private void rewrite(Path queue, List<byte[]> records) {
        Path other = folder.resolve("rewritten" + rewritten++);
        try (ChronicleEventLog log = ChronicleEventLog.open(other, JournalSettings.defaults())) {
            for (byte[] record : records) {
                log.append(new UnsafeBuffer(record), 0, record.length);
            }
        }
        assertThat(queue.toFile().renameTo(folder.resolve("was" + rewritten).toFile()))
                .isTrue();
        assertThat(other.toFile().renameTo(queue.toFile())).isTrue();
    }

    private static long cause(byte[] decision) {
        return new UnsafeBuffer(decision).getLong(RecordLayout.BODY_OFFSET);
    }

    private JournalFolder backtest(StrategyCatalog catalog, SampleConfig sample) {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 500);
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));
        EffectiveConfig config = sample.load(catalog);
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            new Backtest(config, new Wiring(config.config(), catalog), Threading.FUSED)
                    .run(recordings, journal, timeNs -> {});
        }
        return journal;
    }

    /** Buys at the given trade and never again. */
    private static ScriptedStrategy buyer(int trade) {
        int[] seen = new int[1];
        return new ScriptedStrategy().on("trade", context -> {
            if (++seen[0] == trade) {
                context.order(0).buy(FixedPoint.ONE).market().submit("buy");
            }
        });
    }

    private static long sequenceOfTrade(JournalFolder journal, int trade) {
        EngineEvent event = new EngineEvent();
        int seen = 0;
        try (JournalFolder.Recording inputs = JournalFolder.open(journal.inputs())) {
            while (inputs.next(event)) {
                seen += EventNames.of(event.templateId()).equals("trade") ? 1 : 0;
                if (seen == trade) {
                    return event.sequence();
                }
            }
        }
        throw new AssertionError("no such trade: " + trade);
    }

    private static byte[] record(JournalFolder journal, long sequence) {
        EngineEvent event = new EngineEvent();
        try (JournalFolder.Recording inputs = JournalFolder.open(journal.inputs())) {
            while (inputs.next(event)) {
                if (event.sequence() == sequence) {
                    byte[] bytes = new byte[event.length()];
                    event.buffer().getBytes(0, bytes);
                    return bytes;
                }
            }
        }
        throw new AssertionError("no such record: " + sequence);
    }

    /** Flips one bit of a record where it stands in its roll file. */
    private static void flip(JournalFolder journal, long sequence, int at) throws IOException {
        byte[] record = record(journal, sequence);
        Path file = rollFile(journal);
        byte[] bytes = Files.readAllBytes(file);
        int place = find(bytes, record);
        bytes[place + at] ^= 0x10;
        Files.write(file, bytes);
    }

    private static Path rollFile(JournalFolder journal) throws IOException {
        try (Stream<Path> files = Files.list(journal.inputs())) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int find(byte[] bytes, byte[] record) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer wanted = ByteBuffer.wrap(record);
        for (int place = 0; place <= bytes.length - record.length; place += Integer.BYTES) {
            if (file.slice(place, record.length).equals(wanted)) {
                return place;
            }
        }
        throw new AssertionError("the record does not stand in its file");
    }
}
