package io.lockstep.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.launcher.config.binding.SettingsFile;
import io.lockstep.launcher.tape.SampleTape;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import io.lockstep.simulator.scenario.ScenarioSettings;
import io.lockstep.simulator.server.VenueServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated venues as a process: what it prints, serves, and ends with. */
class SimulateSystemTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("binance-usdm at 127.0.0.1:([0-9]+)");

    @TempDir
    private Path folder;

    @Test
    void shouldServeBothVenuesUntilSigterm() throws Exception {
        Path settings = ChildProgram.repository().resolve("config").resolve("simulator.yaml");

        Program ended;
        JsonNode time;
        try (ChildProgram child = ChildProgram.start(
                folder, "simulate", "--binance-spot", 0, "--binance-usdm", 0, "--config", settings)) {
            child.awaitUntil("ready", () -> child.out().equals("ready\n"));
            Matcher port = PORT.matcher(child.err());
            assertThat(port.find()).as(child.err()).isTrue();
            time = get("http://localhost:" + port.group(1) + "/fapi/v1/time");
            child.terminate();
            ended = child.awaitEnd();
        }

        assertThat(time.get("serverTime").asLong()).isPositive();
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).isEqualTo("ready\n");
    }

    @Test
    void shouldPlayTapesAndCountFaults() throws Exception {
        Path tape = SampleTape.write(folder.resolve("tape"), SampleTape.SEED, 1_000);
        Path scenario = Files.writeString(
                folder.resolve("scenario.yaml"), "faults: [{fault: error, match: GET /api/v3/ping, count: 1}]");

        Program ended;
        int port;
        int first;
        try (ChildProgram child = ChildProgram.start(
                folder,
                "simulate",
                "--json",
                "--binance-spot",
                0,
                "--tape",
                tape,
                "--speed",
                50,
                "--scenario",
                scenario)) {
            child.awaitUntil("ready", () -> child.out().endsWith("}\n"));
            port = JSON.readTree(child.out()).get("ports").get("binance-spot").asInt();
            first = send("http://localhost:" + port + "/api/v3/ping").statusCode();
            assertThat(send("http://localhost:" + port + "/api/v3/ping").statusCode())
                    .isEqualTo(200);
            child.terminate();
            ended = child.awaitEnd();
        }

        assertThat(first).isEqualTo(503);
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("error at binance-spot: 1");
    }

    @Test
    void shouldRefuseToServeNothing() {
        Program refused = Program.run("simulate");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("no venue to serve");
    }

    @Test
    void shouldNameTheFaultsOfAScenario() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("scenario.yaml"),
                "faults: [{fault: nope}, {fault: ban}, {fault: gap, count: -1}, {fault: gap, venue: odd},"
                        + " {fault: mute, count: 5}]");

        Program refused = Program.run("simulate", "--binance-spot", 0, "--scenario", scenario);

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("fault=nope", "ban and restart", "count=-1", "venue=odd", "for MUTE");
    }

    /** The file shows the defaults; so what it says and what holds without it must be the same. */
    @Test
    void shouldShowTheDefaultsInTheSettingsFile() throws IOException {
        Path file = ChildProgram.repository().resolve("config").resolve("simulator.yaml");

        VenueServerSettings shown = SettingsFile.load(file, VenueServerSettings.class);
        VenueServerSettings empty = SettingsFile.parse("{}", "nothing", VenueServerSettings.class);

        assertThat(empty).isEqualTo(VenueServerSettings.defaults());
        assertThat(shown).isEqualTo(empty);
    }

    /** The scenario shows one fault of every kind, so each kind's words are known to bind. */
    @Test
    void shouldBindOneOfEachFault() throws IOException {
        Path file = ChildProgram.repository().resolve("config").resolve("scenario.yaml");

        ScenarioSettings scenario = SettingsFile.load(file, ScenarioSettings.class);

        assertThat(scenario.faults()).extracting(FaultSettings::fault).contains(FaultKind.values());
    }

    private static JsonNode get(String url) throws Exception {
        return JSON.readTree(send(url).body());
    }

    private static HttpResponse<String> send(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
