package io.lockstep.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueAdmin.OpenPosition;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.simulator.alpaca.AlpacaPaperSettings;
import io.lockstep.simulator.alpaca.desk.FillModel;
import io.lockstep.simulator.scenario.FaultKind;
import io.lockstep.simulator.scenario.FaultSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The end of a trading day over the wire: a gateway, an engine and a venue whose time is driven past every timer from 14 minutes before the
 * close. Flat at the close or an alarm before it, and never more sold than was bought. A thousand such days in process are the engine's own
 * tests.
 */
class EndOfDayOverTheWireTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long CLOSE_NS =
            NyseCalendar.shared().day(LocalDate.of(2026, 3, 10)).closeNs();
    private static final long START_NS = CLOSE_NS - 14 * MINUTE_NS;
    private static final int SEEDS = 8;
    private static final int AT_ONCE = 4;
    private static final long LEAST_STAY_NS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long LONGEST_STAY_NS = TimeUnit.SECONDS.toNanos(3);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(120);

    /** Times before the close that the clock leaps to, one after the other, seconds. */
    private static final double[] LEAPS = {
        780, 721, 719, 660, 601, 599, 500, 400, 301, 300.5, 300, 299.5, 299, 296, 293, 290, 287, 284, 270, 200, 100, 61,
        59, 2, -2
    };

    @TempDir
    private Path folder;

    /** What goes wrong. */
    private enum Trouble {
        CRASH,
        REJECTED_CLS,
        PARTIAL_FILLS,
        MUTE_STREAM
    }

    /** How a day ended. */
    private record Day(long seed, long held, boolean alarmed, boolean troubled, String story) {
        @Override
        public String toString() {
            return "seed=" + seed + ", held=" + held + ", alarmed=" + alarmed + ", troubled=" + troubled + "\n" + story;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeFlatAtTheCloseOrAlarmBeforeIt(Trouble trouble) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Day> days = new ArrayList<>();
            for (Future<Day> each : threads.invokeAll(runs(trouble))) {
                days.add(each.get());
            }

            assertThat(days).as("never sold twice").allMatch(day -> day.held() >= 0);
            assertThat(days).as("flat, or alarmed").allMatch(day -> day.held() == 0 || day.alarmed());
            // where the machine is slow an order may be late for what was to go wrong with it
            assertThat(days).filteredOn(Day::troubled).as("had their trouble").hasSizeGreaterThanOrEqualTo(SEEDS / 2);
            assertThat(days).as("flat in spite of " + trouble).anyMatch(day -> day.troubled() && day.held() == 0);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Callable<Day>> runs(Trouble trouble) {
        return LongStream.rangeClosed(1, SEEDS)
                .<Callable<Day>>mapToObj(seed -> () -> new Run(trouble, seed).play())
                .toList();
    }

    /** One day. */
    private final class Run {
        private final Trouble trouble;
        private final long seed;
        private final SplittableRandom random;
        private final LeapTime time = new LeapTime(START_NS);
        private int leaps;
        private long arrivedAt = System.nanoTime();

        Run(Trouble trouble, long seed) {
            this.trouble = trouble;
            this.seed = seed;
            random = new SplittableRandom(seed);
        }

        Day play() throws IOException {
            Path work = Files.createDirectories(folder.resolve(trouble + "-" + seed));
            StrategyCatalog catalog = Strategies.only(new Strategies.Type("hold", BuyAndHold::new));
            JournalFolder journal = new JournalFolder(work.resolve("journal"));
            long diesNs = trouble == Trouble.CRASH
                    ? CLOSE_NS - 5 * MINUTE_NS + random.nextLong(-SECOND_NS, SECOND_NS)
                    : Long.MAX_VALUE;
            int passes = random.nextInt(2);
            CloseWatch first = new CloseWatch(CLOSE_NS);
            CloseWatch second = new CloseWatch(CLOSE_NS);
            try (ServedVenues venue = ServedVenues.closing(work, time, paper(), faults())) {
                WireSession session = new WireSession(venue, venue.flattening(catalog, "hold"), catalog, journal);
                boolean died = dies(session, first, gateways -> new MortalGateway(gateways, time, diesNs, passes));
                if (died) {
                    session.run(new Driver(second), second);
                }
                return new Day(
                        seed,
                        held(session),
                        first.isAlarmed() || second.isAlarmed(),
                        first.hasBought() && (died || isTroubled(venue, first)),
                        first + "\n--\n" + second);
            }
        }

        private boolean dies(WireSession session, CloseWatch watch, UnaryOperator<VenueGateway> between) {
            try {
                session.run(between, new Driver(watch), watch);
                return false;
            } catch (IllegalStateException e) {
                assertThat(e).hasRootCauseInstanceOf(MortalGateway.Death.class);
                return true;
            }
        }

        private boolean isTroubled(ServedVenues venue, CloseWatch watch) {
            return switch (trouble) {
                case CRASH -> false;
                case REJECTED_CLS -> watch.rejections() > 0;
                case PARTIAL_FILLS -> watch.parts() > 0;
                case MUTE_STREAM -> venue.server().faults().stream().anyMatch(each -> each.happened() > 0);
            };
        }

        private AlpacaPaperSettings paper() {
            int partial = trouble == Trouble.PARTIAL_FILLS ? 100 : 10;
            int clsCutoff = trouble == Trouble.REJECTED_CLS ? 20 : 10;
            return new AlpacaPaperSettings(FillModel.ANY_SIZE, partial, 5, 100_000, clsCutoff, false, true);
        }

        private FaultSettings[] faults() {
            if (trouble != Trouble.MUTE_STREAM) {
                return new FaultSettings[0];
            }
            Duration after = Duration.ofMillis(random.nextLong(130_000, 530_000));
            return new FaultSettings[] {
                FaultSettings.of(FaultKind.MUTE).where("/stream", null).during(after, null)
            };
        }

        private long held(WireSession session) {
            return session.ask(WireVenue.ALPACA, VenueAdmin::positions).stream()
                    .filter(position -> position.symbol().equals(WireVenue.ALPACA.symbol()))
                    .mapToLong(OpenPosition::quantity)
                    .sum();
        }

        /** Lets the clock leap when the engine has seen where it stands and all has had time to be heard; true at the end. */
        private final class Driver implements BooleanSupplier {
            private final CloseWatch watch;
            private final long deadline = System.nanoTime() + PATIENCE_NS;

            Driver(CloseWatch watch) {
                this.watch = watch;
            }

            @Override
            public boolean getAsBoolean() {
                long now = System.nanoTime();
                long stayed = now - arrivedAt;
                boolean heard =
                        watch.isReady() && stayed > LEAST_STAY_NS || watch.hasBeenReady() && stayed > LONGEST_STAY_NS;
                boolean waits = !watch.hasBought() && leaps == 0 || !heard || watch.seenNs() < at(leaps - 1);
                boolean late = now > deadline;
                if (waits && !late) {
                    return false;
                }
                if (late || leaps == LEAPS.length) {
                    return true;
                }
                time.leapTo(at(leaps++));
                arrivedAt = now;
                return false;
            }

            private static long at(int leap) {
                return leap < 0 ? START_NS : CLOSE_NS - (long) (LEAPS[leap] * SECOND_NS);
            }
        }
    }
}
