package io.lockstep.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.launcher.wire.RoundTrip.Progress;
import io.lockstep.launcher.wire.WireSession.Result;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One engine and one journal for four accounts: two at Binance Spot, one at USDⓈ-M, one at Alpaca. */
class SeveralAccountsTest {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(40);
    private static final int ACCOUNTS = 4;
    private static final String SECOND_ASSET = "BNB";

    @TempDir
    private Path folder;

    private final Map<Integer, Progress> progress = new ConcurrentHashMap<>();
    private final StrategyCatalog catalog =
            Strategies.only(new Strategies.Type("round-trip", () -> new RoundTrip(progress)));

    @Test
    void shouldTradeOnEachAndReplayAll() {
        try (ServedVenues venues = ServedVenues.moving(folder, EnumSet.allOf(WireVenue.class))) {
            JournalFolder journal = new JournalFolder(folder.resolve("journal"));
            WireSession session =
                    new WireSession(venues, venues.configWithSecondAccount(catalog, "round-trip"), catalog, journal);
            OrderStories stories = new OrderStories();
            long deadline = System.nanoTime() + PATIENCE_NS;

            Result result = session.run(() -> isDone() || System.nanoTime() > deadline, stories);

            assertThat(result.outcome().end()).isEqualTo(End.STOPPED);
            assertThat(progress.values())
                    .as(() -> stories + "\n" + result.whatHappened())
                    .hasSize(ACCOUNTS)
                    .allMatch(each -> each.steps() == RoundTrip.STEPS);
            for (int instrument = 0; instrument < ACCOUNTS; instrument++) {
                assertThat(stories.ends(instrument))
                        .as(stories.toString())
                        .containsExactly("FILL", "FILL", "FILL", "CANCELED");
            }
            // each account has what its own strategy bought, and nothing of the other one's
            assertThat(held(session, "second", SECOND_ASSET))
                    .isEqualTo(progress.get(0).position());
            assertThat(held(session, "second", WireVenue.SPOT.baseAsset())).isZero();
            assertThat(session.ask(account("second"), VenueAdmin::openOrders)).isEmpty();
            assertThat(new Replay(catalog).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
        }
    }

    private boolean isDone() {
        return progress.size() == ACCOUNTS
                && progress.values().stream().allMatch(each -> each.steps() == RoundTrip.STEPS);
    }

    private static long held(WireSession session, String name, String asset) {
        return session.ask(account(name), VenueAdmin::positions).stream()
                .filter(position -> position.symbol().startsWith(asset))
                .mapToLong(OpenPosition::quantity)
                .sum();
    }

    private static Predicate<AccountSettings> account(String name) {
        return account -> account.name().equals(name);
    }
}
