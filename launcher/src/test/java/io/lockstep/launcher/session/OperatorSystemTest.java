package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.launcher.operator.ResetSecret;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.FakeAccount;
import io.lockstep.launcher.testkit.FakeAccounts;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does to an engine in a process of its own: pause, stop, kill while it runs, hangs or is dead, and reset. */
class OperatorSystemTest {
    private static final int SECONDS = 100_000;
    private static final String SECRET = "correct horse battery";

    @TempDir
    private Path folder;

    private JournalFolder journal;
    private Path tape;

    @BeforeEach
    void writeTape() {
        journal = new JournalFolder(folder.resolve("journal"));
        tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, SECONDS);
    }

    @AfterEach
    void forgetVenues() {
        FakeAccounts.clear();
    }

    @Test
    void shouldPauseResumeDrainAndStopAndJournalWhoAsked() throws IOException {
        Path config = config("");

        Program run;
        try (ChildProgram engine = start(config)) {
            Program pause = operate("pause", "--strategy", "trend", "--reason", "lunch");
            Program unknown = operate("pause", "--strategy", "trand");
            Program resume = operate("resume", "--strategy", "trend");
            Program stop = operate("stop", "--drain");
            run = engine.awaitEnd();

            assertThat(pause.code()).as(pause.out() + pause.err()).isZero();
            assertThat(pause.json().get("detail").asText()).contains("RUN to HALT");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.json().get("detail").asText()).contains("trand");
            assertThat(resume.json().get("outcome").asText()).isEqualTo("done");
            assertThat(stop.code()).as(stop.out() + stop.err()).isZero();
            assertThat(stop.json().get("openOrders").asLong()).isZero();
        }

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(commands())
                .extracting(each ->
                        each.get("action").asText() + " " + each.get("actor").asText())
                .containsExactly("PAUSE alice", "RESUME alice", "DRAIN alice");
        assertThat(Program.run("replay", "--json", "--journal", journal.path())
                        .json()
                        .get("replay")
                        .asText())
                .isEqualTo("MATCH");
    }

    @Test
    void shouldJournalAnOverrideThatWasConfirmedWithItsWordAlone() throws IOException {
        Path config = config("");
        try (ChildProgram engine = start(config)) {
            Object[] wish = {"--strategy", "trend", "--symbol", "BTCUSDT", "--limit", "max-order-notional"};
            Program asked = operate("override", wish);
            Program wrong = operate("override", with(wish, "--confirm", "0000"));
            String word = operate("override", wish).json().get("confirmWith").asText();
            Program given = operate("override", with(wish, "--confirm", word));
            Program again = operate("override", with(wish, "--confirm", word));
            Program never =
                    operate("override", "--strategy", "trend", "--symbol", "BTCUSDT", "--limit", "not-reconciled");

            assertThat(asked.code()).isEqualTo(4);
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(given.code()).as(given.out() + given.err()).isZero();
            assertThat(given.json().get("outcome").asText()).isEqualTo("done");
            assertThat(again.code()).isEqualTo(1);
            assertThat(never.err()).contains("cannot be lifted");
            operate("stop");
            engine.awaitEnd();
        }
        assertThat(commands())
                .filteredOn(each -> each.get("action").asText().equals("OVERRIDE"))
                .extracting(each -> each.get("actor").asText())
                .containsExactly("alice");
    }

    private static Object[] with(Object[] words, Object... more) {
        List<Object> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void shouldSayThatItIsReadyOnlyWhileItRunsUnkilled() throws IOException {
        Path config = config("");
        Program ready;
        Program killed;
        try (ChildProgram engine = start(config)) {
            ready = operate("health", "--least-disk-mib", "1");
            operate("kill");
            engine.awaitEnd();
            killed = operate("health", "--least-disk-mib", "1");
        }

        assertThat(ready.code()).as(ready.out() + ready.err()).isZero();
        assertThat(ready.json().get("ready").asBoolean()).isTrue();
        assertThat(killed.code()).isEqualTo(4);
        assertThat(killed.json().get("checks"))
                .filteredOn(each -> !each.get("ok").asBoolean())
                .extracting(each -> each.get("check").asText())
                .contains("process", "latch", "state");
    }

    @Test
    void shouldKillARunningEngineAndKeepItDownThroughLossOfJournalUntilReset() throws IOException {
        Path config = config("operator: { resetHash: '" + ResetSecret.of(SECRET.toCharArray()) + "' }\n");
        Program killed;
        Program ended;
        try (ChildProgram engine = start(config)) {
            killed = operate("kill", "--reason", "drill");
            ended = engine.awaitEnd();
        }

        assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
        assertThat(ended.code()).isEqualTo(4);
        assertThat(run(config).code()).isEqualTo(4);
        delete(journal.path());
        assertThat(run(config).code()).isEqualTo(4);
        assertThat(reset(config, "wrong horse battery").err()).contains("not the secret");
        assertThat(run(config).code()).isEqualTo(4);
        Program reset = reset(config, SECRET);
        assertThat(reset.code()).as(reset.out() + reset.err()).isZero();
        try (ChildProgram engine = start(config)) {
            engine.terminate();
            assertThat(engine.awaitEnd().code()).isZero();
        }
        assertThat(commands()).extracting(each -> each.get("action").asText()).contains("RESET");
    }

    @Test
    void shouldEmptyTheVenueItselfWhenTheEngineIsStopped() throws Exception {
        Path config = config("");
        FakeAccount venue = new FakeAccount().order("BTCUSDT", "1").order("BTCUSDT", "2");
        FakeAccounts.put("test", venue);
        try (ChildProgram engine = start(config)) {
            signal("STOP", engine.pid());
            Program killed = operate("kill", "--answer-within", "200ms");

            assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
            assertThat(killed.json().get("takenOver").asBoolean()).isTrue();
            assertThat(killed.json().get("answer").asText()).isEqualTo("none");
            assertThat(killed.json().get("confirmed").asBoolean()).isTrue();
            assertThat(venue.openOrders()).isEmpty();
            signal("CONT", engine.pid());
            assertThat(engine.awaitEnd().code()).isEqualTo(4);
        }
    }

    @Test
    void shouldSayThatNothingIsConfirmedWhileTheVenueDoesNotAnswer() throws IOException {
        Path config = config("");
        FakeAccounts.put("test", new FakeAccount().order("BTCUSDT", "1").failing(1_000_000));
        try (ChildProgram engine = start(config)) {
            Program killed = operate("kill", "--patience", "1s");

            assertThat(killed.code()).isEqualTo(1);
            assertThat(killed.json().get("killed").asBoolean()).isTrue();
            assertThat(killed.json().get("confirmed").asBoolean()).isFalse();
            assertThat(killed.json().get("accounts").get(0).get("lastFailure").asText())
                    .contains("out of order");
            assertThat(engine.awaitEnd().code()).isEqualTo(4);
        }
    }

    @Test
    void shouldGuardAgainstSuddenDeath() throws IOException {
        Path config = config("");
        FakeAccount venue = new FakeAccount().order("BTCUSDT", "1");
        FakeAccounts.put("test", venue);
        try (ChildProgram engine = start(config)) {
            engine.kill();
        }

        Program guard = operate("guard", "--config", config, "--dead-after", "500ms");

        assertThat(guard.code()).as(guard.out() + guard.err()).isEqualTo(4);
        assertThat(guard.out()).contains("\"event\":\"act\"", "engine is dead");
        assertThat(venue.openOrders()).isEmpty();
        assertThat(run(config).code()).isEqualTo(4);
    }

    @Test
    void shouldNotResetWhileAnOrderIsOpenAtTheVenue() throws IOException {
        Path config = config("");
        FakeAccounts.put("test", new FakeAccount().order("BTCUSDT", "1").deaf(1_000_000));
        Program kill = operate("kill", "--config", config, "--patience", "1s");
        String word =
                operate("reset", "--config", config).json().get("confirmWith").asText();

        Program reset = operate("reset", "--config", config, "--confirm", word);

        assertThat(kill.code()).isEqualTo(1);
        assertThat(reset.code()).isEqualTo(1);
        assertThat(reset.err()).contains("orders open at the venue: account=test, orders=1");
    }

    private ChildProgram start(Path config) {
        ChildProgram engine =
                ChildProgram.start(folder, "run", "--json", "--config", config, "--journal", journal.path());
        engine.awaitUntil("a control file", () -> ControlFile.exists(journal.path()));
        try (ControlFile control = ControlFile.open(journal.path())) {
            engine.awaitUntil("live events", () -> control.gauges().get(Gauge.MARKET_MS) > 0);
        }
        return engine;
    }

    private Program operate(String command, Object... words) {
        List<Object> line =
                new java.util.ArrayList<>(List.of(command, "--journal", journal.path(), "--actor", "alice"));
        if (!command.equals("guard")) {
            line.add("--json");
        }
        line.addAll(List.of(words));
        return Program.run(line.toArray());
    }

    private Program run(Path config) {
        return Program.run("run", "--json", "--config", config, "--journal", journal.path());
    }

    private Program reset(Path config, String secret) {
        String word =
                operate("reset", "--config", config).json().get("confirmWith").asText();
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream((secret + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return operate("reset", "--config", config, "--confirm", word, "--secret-stdin");
        } finally {
            System.setIn(terminal);
        }
    }

    private List<JsonNode> commands() {
        Program printed =
                Program.run("journal", "print", "--json", "--type", "operatorCommand", "--journal", journal.path());
        return printed.out()
                .lines()
                .map(line -> new Program(0, line, "").json())
                .toList();
    }

    private Path config(String more) throws IOException {
        String text = SampleConfig.trading(3)
                        .playing(tape, "20x")
                        .latchedIn(folder.resolve("latch"))
                        .text()
                + more;
        return Files.writeString(folder.resolve("run.yaml"), text);
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
