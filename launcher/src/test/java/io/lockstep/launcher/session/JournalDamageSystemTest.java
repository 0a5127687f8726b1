package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.Threading;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that is not what was written, and a build that decides otherwise, are found and named by sequence. */
class JournalDamageSystemTest {
    @TempDir
    private Path folder;

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
