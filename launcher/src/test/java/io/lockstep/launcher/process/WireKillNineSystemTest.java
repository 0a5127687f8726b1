package io.lockstep.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.process.VenueLedger.Entry;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An engine that orders all the time dies again and again without a word; the venues live on, fill what rests, and judge: no trade of theirs is
 * missing in the journal, no order came twice, none came that was not decided, and none was decided before the books were compared.
 * {@code -Dlockstep.kills=200} for a longer run.
 */
class WireKillNineSystemTest {
    private static final int KILLS = Integer.getInteger("lockstep.kills", 3);
    private static final long SEED = Long.getLong("lockstep.seed", 11);
    private static final int LONGEST_RUN_MS = 1_500;
    private static final int LONGEST_START_MS = 4_000;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    @Test
    void shouldLoseNoFillAndOrderNothingTwiceWhenItIsKilledWithOpenOrders() throws IOException {
        System.out.println("kill -9 over the wire: seed=" + SEED + ", kills=" + KILLS);
        try (ServedVenues venues = ServedVenues.start(folder)) {
            Path config = venues.config("run");
            JournalFolder journal = new JournalFolder(folder.resolve("journal"));
            int withOpenOrders = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                killAtRandom(config, journal);
                withOpenOrders += venues.openOrders() > 0 ? 1 : 0;
                venues.ledgers().forEach(WireKillNineSystemTest::assertNoOrderTwice);
            }
            Program last = endCleanly(config, journal);

            assertThat(last.code()).as(last.err()).isZero();
            judge(venues, JournalStory.of(journal), withOpenOrders);
            assertBooksEqual(config, journal);
        }
    }

    private void killAtRandom(Path config, JournalFolder journal) {
        boolean whileStarting = random.nextInt(5) == 0;
        try (EngineProcess engine = EngineProcess.start(folder, config, journal)) {
            if (whileStarting) {
                engine.awaitMs(random.nextInt(LONGEST_START_MS));
            } else {
                engine.awaitOpenOrders(1).awaitMs(random.nextInt(LONGEST_RUN_MS));
            }
            engine.kill();
        }
    }

    private Program endCleanly(Path config, JournalFolder journal) {
        try (EngineProcess engine = EngineProcess.start(folder, config, journal)) {
            engine.awaitOpenOrders(1).awaitMs(LONGEST_RUN_MS);
            return engine.stop();
        }
    }

    private static void judge(ServedVenues venues, JournalStory story, int withOpenOrders) {
        Set<String> decided = story.clientOrderIds();
        long orders = 0;
        long trades = 0;
        for (VenueLedger ledger : venues.ledgers()) {
            List<Entry> entries = ledger.orders();
            assertNoOrderTwice(ledger);
            assertThat(entries)
                    .as("orders nobody decided on, %s", ledger.venue())
                    .allMatch(each -> decided.contains(each.clientOrderId()));
            assertThat(story.trades(ledger.venue()))
                    .as("trades booked, %s", ledger.venue())
                    .isEqualTo(ledger.trades());
            orders += entries.size();
            trades += ledger.trades().size();
        }
        System.out.println("starts=" + story.starts() + ", killed with open orders=" + withOpenOrders
                + ", orders at the venues=" + orders + ", trades=" + trades);
        assertThat(trades).isPositive();
        assertThat(story.ordersBeforeReconciled()).isEmpty();
        assertThat(venues.openOrders()).isZero();
    }

    private static void assertNoOrderTwice(VenueLedger ledger) {
        Set<String> ids = new HashSet<>();
        assertThat(ledger.orders())
                .as("orders that came twice, %s", ledger.venue())
                .allMatch(each -> ids.add(each.clientOrderId()));
    }

    private static void assertBooksEqual(Path config, JournalFolder journal) {
        Program audit = Program.run("audit", "--json", "--config", config, "--journal", journal.path());
        assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    }
}
