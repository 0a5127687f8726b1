package io.lockstep.launcher.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.testkit.LoopbackVenues;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.venue.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at the simulated venues, over loopback. */
class DoctorSystemTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private LoopbackVenues venues;

    @BeforeEach
    void serve() {
        venues = LoopbackVenues.start(folder);
    }

    @AfterEach
    void stop() {
        venues.close();
    }

    @Test
    void shouldFindNothingWrongWithTheConfigurationThatShips() throws Exception {
        List<Finding> found = look(venues.config());

        assertThat(found).filteredOn(Finding::isWrong).isEmpty();
        assertThat(found).extracting(Finding::subject).contains("spot", "futures", "shares", "limits of BTCUSDT");
        assertThat(found)
                .filteredOn(each -> each.subject().equals("share-trend on SPY"))
                .singleElement()
                .extracting(Finding::detail)
                .asString()
                .startsWith("5000 / ");
    }

    @Test
    void shouldRefuseASizeBelowTheVenuesSmallestNotional() throws Exception {
        String text =
                venues.config().replace("fast: 5, slow: 13, notional: 500 }", "fast: 5, slow: 13, notional: 40 }");

        List<Finding> found = look(text);

        assertThat(wrong(found, "futures-trend on ETHUSDT"))
                .isEqualTo("notional 40 is below the venue's smallest notional 50");
    }

    @Test
    void shouldRefuseASizeThatRoundsToZeroLotsAndShowTheSum() throws Exception {
        List<Finding> found = look(venues.config().replace("notional: 5000 }", "notional: 50 }"));

        assertThat(wrong(found, "share-trend on SPY"))
                .startsWith("an order rounds to zero lots: 50 / ")
                .contains(", 0 lots of 1 = 0, x ");
    }

    @Test
    void shouldRefuseASizeThatOurOwnGateWouldDeny() throws Exception {
        List<Finding> found = look(venues.config().replace("notional: 5000 }", "notional: 50000 }"));

        assertThat(wrong(found, "share-trend on SPY")).contains("is above maxOrder");
    }

    @Test
    void shouldTellOfAKeyThatTheVenueDoesNotKnowInOneLineWithoutTheKey() throws Exception {
        String text = venues.config();
        Path unused = venues.key("another-secret");

        List<Finding> found = look(text);

        assertThat(wrong(found, "spot")).doesNotContain("another-secret").doesNotContain("\n");
        assertThat(wrong(found, "shares")).doesNotContain("another-secret").doesNotContain("\n");
    }

    @Test
    void shouldTellOfAKeyFileThatOthersMayRead() throws Exception {
        String text = venues.config();
        Files.setPosixFilePermissions(venues.key("test-secret"), PosixFilePermissions.fromString("rw-r--r--"));

        Program ended = Program.run("doctor", "--json", "--config", venues.file(text));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.json().get("findings").asInt()).isGreaterThanOrEqualTo(3);
        JsonNode items = ended.json().get("items");
        assertThat(items.findValuesAsText("detail"))
                .anyMatch(detail -> detail.contains("key file may be read by others"));
        assertThat(items.findValuesAsText("subject")).contains("host");
    }

    @Test
    void shouldSayInOneLineThatARunHasNoKey() throws Exception {
        String text =
                venues.config().replaceAll("file: '.*'", "idVariable: LOCKSTEP_NO_SUCH, secretVariable: LOCKSTEP_NONE");

        Program ended = Program.run("run", "--config", venues.file(text), "--journal", folder.resolve("journal"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines()).singleElement().asString().contains("environment variable is not set");
    }

    private List<Finding> look(String text) throws IOException, InterruptedException {
        LockstepConfig config =
                new ConfigLoader(StrategyCatalog.load(null)).parse(text, "test").config();
        try (Connections network = Connections.open(config, folder, new SystemEpochNanoClock())) {
            return new Doctor(config, network, PATIENCE).venues();
        }
    }

    private static String wrong(List<Finding> found, String subject) {
        return found.stream()
                .filter(each -> each.isWrong() && each.subject().equals(subject))
                .map(Finding::detail)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing wrong with " + subject + ": " + found));
    }
}
