package io.lockstep.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.launcher.process.VenueLedger.Entry;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast a kill is, by the venues' own books and clock, while an engine orders all the time: running, stopped by a signal, dead. The limits are
 * for a machine that is shared and busy; {@code -Dlockstep.kills=50} measures more often and prints what it finds.
 */
class KillTimingSystemTest {
    private static final int TIMES = Integer.getInteger("lockstep.kills", 1);
    private static final int OPEN = 3;
    private static final long MOST_AFTER_LATCH_MS = 250;
    private static final long MOST_HUNG_MS = 15_000;
    private static final long MOST_DEAD_MS = 20_000;

    private final List<Long> measured = new ArrayList<>();
    private int round;
    private Path config;
    private JournalFolder journal;

    @TempDir
    private Path folder;

    /** What is done to an engine with open orders; gives the time from which its orders must go, UTC, ms. */
    private interface Blow {
        long strike(EngineProcess engine) throws IOException;
    }

    @BeforeEach
    void forget() {
        measured.clear();
    }

    @Test
    void shouldLetNoOrderOutAfterTheLatchWhileItRuns() throws IOException {
        List<Long> untilFlat = new ArrayList<>();
        try (ServedVenues venues = ServedVenues.start(folder)) {
            for (round = 1; round <= TIMES; round++) {
                long latchedMs = strike(venues, engine -> {
                    Program killed = Program.run("kill", "--json", "--journal", journal.path(), "--reason", "drill");
                    assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
                    assertThat(engine.awaitEnd().code()).isEqualTo(4);
                    return latchedMs();
                });
                assertThat(JournalStory.of(journal).kills()).hasSize(1);
                measured.add(lastNewMs(venues) - latchedMs);
                untilFlat.add(lastChangeMs(venues) - latchedMs);
            }
        }
        System.out.println(
                "last order at the venue after the latch, ms: " + measured + ", flat after, ms: " + untilFlat);
        assertThat(measured).allMatch(ms -> ms <= MOST_AFTER_LATCH_MS);
        assertThat(untilFlat).allMatch(ms -> ms <= MOST_HUNG_MS);
    }

    @Test
    void shouldEmptyTheVenuesSoonWhenTheEngineIsStopped() throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            for (round = 1; round <= TIMES; round++) {
                long struckMs = strike(venues, engine -> {
                    engine.signal("STOP");
                    long nowMs = System.currentTimeMillis();
                    Program killed = lockstep("kill", "--json", "--journal", journal.path(), "--reason", "drill");
                    assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
                    assertThat(killed.json().get("takenOver").asBoolean()).isTrue();
                    return nowMs;
                });
                measured.add(lastChangeMs(venues) - struckMs);
            }
        }
        System.out.println("flat after `lockstep kill` of a stopped engine, its start included, ms: " + measured);
        assertThat(measured).allMatch(ms -> ms <= MOST_HUNG_MS);
    }

    @Test
    void shouldEmptyTheVenuesByTheGuardWhenTheEngineIsDead() throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            for (round = 1; round <= TIMES; round++) {
                long struckMs = strike(venues, this::killUnderGuard);
                measured.add(lastChangeMs(venues) - struckMs);
            }
        }
        System.out.println("flat after kill -9, by the guard, ms: " + measured);
        assertThat(measured).allMatch(ms -> ms <= MOST_DEAD_MS);
    }

    @Test
    void shouldCloseWhatAnAccountHoldsWhenToldWhileTheEngineLives() throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            round = 1;
            long unused = strike(venues, engine -> {
                Program killed = Program.run(
                        "kill",
                        "--json",
                        "--journal",
                        journal.path(),
                        "--account",
                        "binance-usdm",
                        "--answer-within",
                        "20s",
                        "--flatten");
                assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
                assertThat(killed.json().get("accounts")).hasSize(1).allSatisfy(account -> {
                    assertThat(account.get("openOrders").asInt()).isZero();
                    assertThat(account.get("openPositions").asInt()).isZero();
                });
                Program stopped = engine.stop();
                assertThat(stopped.code()).as(stopped.err()).isZero();
                return System.currentTimeMillis();
            });
        }
    }

    private long killUnderGuard(EngineProcess engine) {
        try (ChildProgram guard =
                ChildProgram.start(folder, "guard", "--config", config, "--journal", journal.path())) {
            guard.awaitUntil("the guard to see the engine", () -> guard.out().contains("\"engine\":\"alive\""));
            engine.awaitOpenOrders(OPEN);
            long nowMs = System.currentTimeMillis();
            engine.kill();
            Program ended = guard.awaitEnd();
            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(4);
            return nowMs;
        }
    }

    /** Runs an engine of its own until it has open orders, strikes, and sees that none is left. */
    private long strike(ServedVenues venues, Blow blow) throws IOException {
        config = venues.config("run" + round);
        journal = new JournalFolder(folder.resolve("journal" + round));
        try (EngineProcess engine = EngineProcess.start(folder, config, journal)) {
            engine.awaitOpenOrders(OPEN);
            long struckMs = blow.strike(engine);
            assertThat(venues.openOrders()).isZero();
            return struckMs;
        }
    }

    private Program lockstep(Object... words) {
        try (ChildProgram command = ChildProgram.start(folder, words)) {
            return command.awaitEnd();
        }
    }

    private long latchedMs() {
        try (ControlFile control = ControlFile.open(journal.path())) {
            return control.killedAtMs();
        }
    }

    private static long lastNewMs(ServedVenues venues) {
        return entries(venues).stream().mapToLong(Entry::timeMs).max().orElseThrow();
    }

    private static long lastChangeMs(ServedVenues venues) {
        return entries(venues).stream().mapToLong(Entry::updateMs).max().orElseThrow();
    }

    private static List<Entry> entries(ServedVenues venues) {
        return venues.ledgers().stream()
                .flatMap(ledger -> ledger.orders().stream())
                .toList();
    }
}
