package io.lockstep.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.replay.Replay;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.launcher.wire.RoundTrip.Progress;
import io.lockstep.launcher.wire.WireSession.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session over the wire, from the first quote to the clean stop, is the venue's own story too. */
class WireSessionTest {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(20);
    private static final long SPOT_HELD_BEFORE = 2 * FixedPoint.ONE;

    @TempDir
    private Path folder;

    private final Map<Integer, Progress> progress = new ConcurrentHashMap<>();
    private final StrategyCatalog catalog =
            Strategies.only(new Strategies.Type("round-trip", () -> new RoundTrip(progress)));

    @ParameterizedTest
    @EnumSource(WireVenue.class)
    void shouldTradeAtOneVenueAndAgreeWithIt(WireVenue venue) {
        shouldTradeAndAgree(EnumSet.of(venue));
    }

    @Test
    void shouldTradeAtAllVenuesAtOnceAndAgreeWithEach() {
        shouldTradeAndAgree(EnumSet.allOf(WireVenue.class));
    }

    private void shouldTradeAndAgree(Set<WireVenue> traded) {
        try (ServedVenues venues = ServedVenues.moving(folder, traded)) {
            JournalFolder journal = new JournalFolder(folder.resolve("journal"));
            WireSession session = new WireSession(venues, venues.config(catalog, "round-trip"), catalog, journal);
            OrderStories stories = new OrderStories();
            long deadline = System.nanoTime() + PATIENCE_NS;

            Result result = session.run(
                    () -> isDone(traded.size()) || !stories.problems().isEmpty() || System.nanoTime() > deadline,
                    stories);

            assertThat(stories.problems())
                    .as(() -> stories + "\n" + result.whatHappened())
                    .isEmpty();
            assertThat(result.outcome().end()).isEqualTo(End.STOPPED);
            assertThat(progress.values())
                    .as(() -> stories + "\n" + result.whatHappened())
                    .hasSize(traded.size())
                    .allMatch(each -> each.steps() == RoundTrip.STEPS);
            int id = 0;
            for (WireVenue venue : traded) {
                assertThat(stories.ends(id)).as(stories.toString()).containsExactly("FILL", "FILL", "FILL", "CANCELED");
                assertThat(session.ask(venue, VenueAdmin::openOrders)).isEmpty();
                // spot keeps its fee from what was bought, and the strategy's position must know
                assertThat(stories.feesIn(venue.baseAsset()) > 0).isEqualTo(venue == WireVenue.SPOT);
                long before = venue == WireVenue.SPOT ? SPOT_HELD_BEFORE : 0;
                assertThat(session.ask(venue, VenueAdmin::positions))
                        .filteredOn(position -> position.symbol().equals(venue.symbol()))
                        .extracting(OpenPosition::quantity)
                        .containsExactly(before + position(id));
                id++;
            }
            assertThat(new Replay(catalog).run(journal, sequence -> {}).word()).isEqualTo("MATCH");
        }
    }

    private boolean isDone(int strategies) {
        List<Progress> all = new ArrayList<>(progress.values());
        return all.size() == strategies && all.stream().allMatch(each -> each.steps() == RoundTrip.STEPS);
    }

    private long position(int instrument) {
        Progress made = progress.get(instrument);
        return made == null ? 0 : made.position();
    }
}
