package io.lockstep.launcher.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.Pace;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.FakeAccount;
import io.lockstep.launcher.testkit.FakeAccounts;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal of a run tells afterwards, through the program. */
class IncidentSystemTest {
    @TempDir
    private Path folder;

    private Path tape;
    private Path journal;
    private Path config;

    @BeforeEach
    void run() throws IOException {
        tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 1_000);
        journal = folder.resolve("journal");
        config = Files.writeString(
                folder.resolve("run.yaml"),
                SampleConfig.trading(3).playing(tape, "max").text());
        Program run = Program.run("run", "--json", "--config", config, "--journal", journal);
        assertThat(run.code()).as(run.err()).isZero();
    }

    @AfterEach
    void forgetVenues() {
        FakeAccounts.clear();
    }

    @Test
    void shouldTellTheStoryAroundAFill() throws IOException {
        long sequence = firstFill().get("sequence").asLong();
        Path html = folder.resolve("incident.html");

        Program incident = Program.run(
                "incident", "--json", "--journal", journal, "--id", sequence, "--before", "2m", "--html", html);

        assertThat(incident.code()).as(incident.err()).isZero();
        JsonNode story = incident.json();
        assertThat(story.get("configHash").asText()).hasSize(64);
        assertThat(story.get("leftOut").get("trade").asLong()).isPositive();
        assertThat(story.get("timeline"))
                .extracting(each -> each.get("type").asText())
                .contains("executionReport", "orderCommand")
                .doesNotContain("trade", "topOfBook");
        assertThat(story.get("timeline")).anyMatch(each -> each.get("sequence").asLong() == sequence);
        assertThat(Files.readString(html))
                .contains("<svg", "<polyline", "<circle", "BTCUSDT at")
                .doesNotContain("<script", "src=", "href=");
    }

    @Test
    void shouldEscapeWhatAVenueSaysOnThePage() {
        Timeline hostile = new Timeline(
                java.util.Map.of("journal", "<img src=x>"),
                List.of(java.util.Map.of("type", "venueError", "detail", "</td><script>alert('x')</script>")),
                List.of(),
                List.of(),
                List.of());

        assertThat(IncidentHtml.of(hostile))
                .doesNotContain("<script", "<img")
                .contains("&lt;script&gt;alert(&#39;x&#39;)");
    }

    @Test
    void shouldFindAnAlertByItsCode() {
        StrategyCatalog failing = Strategies.only(new Strategies.Type(
                "failing",
                () -> new ScriptedStrategy().once("top", context -> {
                    throw new IllegalStateException("boom");
                })));
        EffectiveConfig effective = SampleConfig.of("failing").load(failing);
        JournalFolder other = new JournalFolder(folder.resolve("failing"));
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            new LiveSession(effective, new Wiring(effective.config(), failing), other)
                    .run(LiveSession.playing(recordings, Pace.FASTEST), () -> false, List.of());
        }
        JsonNode alert =
                print(other.path(), "--queue", "decisions", "--type", "alert").get(0);

        Program incident = Program.run(
                "incident",
                "--json",
                "--journal",
                other.path(),
                "--id",
                alert.get("code").asText());

        assertThat(incident.json().get("sequence").asLong())
                .isEqualTo(alert.get("causeSequence").asLong());
        assertThat(incident.json().get("timeline"))
                .extracting(each -> each.get("type").asText())
                .contains("alert", "tradingStateChange");
    }

    @Test
    void shouldExplainAnOrderBackToItsTick() {
        JsonNode order =
                print(journal, "--queue", "decisions", "--type", "orderCommand").get(0);
        long id = order.get("orderId").asLong();

        Program explain = Program.run("explain", "--json", "--journal", journal, id);

        assertThat(explain.code()).as(explain.err()).isZero();
        JsonNode story = explain.json();
        assertThat(story.get("cause").get(0).get("sequence").asLong()).isEqualTo(id >>> 8);
        assertThat(story.get("knewBefore"))
                .extracting(each -> each.get("type").asText())
                .contains("trade", "topOfBook");
        assertThat(story.get("decided")).anyMatch(each -> each.path("orderId").asLong() == id);
        assertThat(story.get("limitsBefore"))
                .anyMatch(each -> each.get("limit").asText().equals("maxOpenOrders"));
        assertThat(story.get("after"))
                .anyMatch(each -> each.path("execType").asText().equals("ACCEPTED"));
        assertThat(Program.run("explain", "--journal", journal, id).out()).contains("limitsBefore", "maxLong");
    }

    @Test
    void shouldSayThatThereIsNoSuchOrderOrAlert() {
        Program order = Program.run("explain", "--journal", journal, 1);
        Program alert = Program.run("incident", "--journal", journal, "--id", "NOPE");

        assertThat(order.code()).isEqualTo(1);
        assertThat(order.err()).contains("no such order in the journal: order=1");
        assertThat(alert.err()).contains("no such alert in the journal: --id=NOPE");
    }

    @Test
    void shouldShowUseAndHeadroomOfEachLimitAtAnyMoment() {
        JsonNode fill = firstFill();

        JsonNode before = limits(fill.get("sequence").asLong() - 1);
        JsonNode at = limits(fill.get("sequence").asLong());

        assertThat(row(before, "maxLong").get("value").decimalValue()).isEqualByComparingTo("1000");
        assertThat(row(at, "maxOpenOrders").get("use").asLong()).isBetween(0L, 10L);
        assertThat(row(at, "maxLong").get("use").decimalValue())
                .isGreaterThanOrEqualTo(fill.get("cumQty").decimalValue());
        assertThat(row(at, "maxLong").get("headroom").decimalValue())
                .isEqualByComparingTo(row(at, "maxLong")
                        .get("value")
                        .decimalValue()
                        .subtract(row(at, "maxLong").get("use").decimalValue()));
        assertThat(row(at, "maxOrderNotional").get("use").asText()).isEqualTo("each order");
        JsonNode signals = at.get("signals");
        assertThat(signals.get("intents").asLong())
                .isEqualTo(
                        signals.get("accepted").asLong() + signals.get("denied").asLong());
    }

    @Test
    void shouldExitWith3WhenTheVenueSaysOtherwiseAndWith0WhenItAgrees() {
        FakeAccount venue = new FakeAccount();
        FakeAccounts.put("test", venue);

        Program differs = audit();
        for (JsonNode item : differs.json().get("items")) {
            agree(venue, item);
        }
        Program same = audit();
        venue.order("BTCUSDT", "foreign");
        Program foreign = audit();

        assertThat(differs.code()).isEqualTo(3);
        assertThat(differs.json().get("differences").asLong()).isPositive();
        assertThat(same.code()).as(same.out()).isZero();
        assertThat(same.json().get("compared").asLong()).isPositive();
        assertThat(foreign.code()).isEqualTo(3);
        assertThat(foreign.out()).contains("BTCUSDT foreign");
    }

    private Program audit() {
        return Program.run("audit", "--json", "--journal", journal, "--config", config);
    }

    /** Makes the fake venue hold what the journal says of an item. */
    private static void agree(FakeAccount venue, JsonNode item) {
        String name = item.get("item").asText();
        String local = item.get("local").asText();
        switch (item.get("kind").asText()) {
            case "balance" -> venue.balance(name, FixedPoint.parse(local));
            case "position" -> venue.position(name, FixedPoint.parse(local));
            default -> venue.order(name, local);
        }
    }

    private JsonNode limits(long at) {
        Program limits = Program.run("limits", "--json", "--journal", journal, "--at", at);
        assertThat(limits.code()).as(limits.err()).isZero();
        return limits.json();
    }

    private static JsonNode row(JsonNode report, String limit) {
        for (JsonNode row : report.get("limits")) {
            if (row.get("limit").asText().equals(limit)) {
                return row;
            }
        }
        throw new AssertionError("no such limit: " + limit);
    }

    private JsonNode firstFill() {
        return print(journal, "--type", "executionReport").stream()
                .filter(each -> each.get("execType").asText().equals("FILL"))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> print(Path folder, String... words) {
        List<Object> line = new ArrayList<>(List.of("journal", "print", "--json", "--journal", folder));
        line.addAll(List.of(words));
        return Program.run(line.toArray())
                .out()
                .lines()
                .map(each -> new Program(0, each, "").json())
                .toList();
    }
}
