package io.lockstep.launcher.process;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.LiveSession;
import io.lockstep.launcher.session.LiveSession.End;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.testkit.Program;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.launcher.venue.Connections;
import io.lockstep.launcher.venue.VenueGateways;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code lockstep kill} in every phase of a run, over the wire: nothing new reaches a venue, nothing stays open there, the journal has one kill, and
 * no start gets past it whatever is deleted.
 */
class LatchPhaseSystemTest {
    private static final long PATIENCE_NS = 60_000_000_000L;
    private static final BooleanSupplier NEVER = () -> false;

    private final StrategyCatalog catalog = Strategies.shipped();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    @TempDir
    private Path folder;

    private Path file;
    private EffectiveConfig config;
    private JournalFolder journal;

    /** Where in a run it is killed. */
    private enum Phase {
        /** While recorded inputs are taken in. */
        REPLAY,
        /** Connected, the books not yet compared. */
        RECONCILE,
        /** Trading. */
        RUNNING,
        /** Told to stop, open orders being cancelled. */
        DRAIN
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void shouldStayKilledWhateverIsDeletedWhenItIsKilled(Phase phase) throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            begin(venues);
            AtomicLong fills = new AtomicLong();
            run(() -> fills.get() > 3, event -> fills.addAndGet(isFill(event) ? 1 : 0));
            long before = orders(venues);
            Killer killer = new Killer(phase);

            LiveSession.Outcome outcome = run(killer.stop(), killer);
            Program killed = killer.answer();

            assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
            assertThat(outcome.end()).isEqualTo(phase == Phase.DRAIN ? End.STOPPED : End.KILLED);
            if (phase == Phase.REPLAY || phase == Phase.RECONCILE) {
                assertThat(orders(venues)).isEqualTo(before);
            }
            assertThat(venues.openOrders()).isZero();
            assertThat(JournalStory.of(journal).kills()).containsExactly("alice: drill");
            assertStaysKilled(venues);
        }
    }

    @Test
    void shouldNotStartWhenItIsKilledBeforeItEverRan() throws IOException {
        try (ServedVenues venues = ServedVenues.start(folder)) {
            begin(venues);

            Program killed = kill("--config", file);

            assertThat(killed.code()).as(killed.out() + killed.err()).isZero();
            assertThat(start().code()).isEqualTo(4);
            delete(journal.path());
            assertThat(start().code()).isEqualTo(4);
            assertThat(orders(venues)).isZero();
        }
    }

    private void begin(ServedVenues venues) throws IOException {
        file = venues.config("run");
        config = new ConfigLoader(catalog).load(file);
        journal = new JournalFolder(folder.resolve("journal"));
    }

    /** Each copy of the latch is lost in turn, then all that is in the journal's folder; the last copy is the account's. */
    private void assertStaysKilled(ServedVenues venues) throws IOException {
        long orders = orders(venues);
        assertThat(start().code()).isEqualTo(4);
        Files.delete(journal.path().resolve(ControlFile.NAME));
        assertThat(start().code()).as("control file lost").isEqualTo(4);
        delete(journal.inputs());
        delete(journal.decisions());
        assertThat(start().code()).as("journal lost").isEqualTo(4);
        delete(journal.path());
        assertThat(start().code()).as("both lost").isEqualTo(4);
        assertThat(orders(venues)).isEqualTo(orders);
    }

    private LiveSession.Outcome run(BooleanSupplier stop, EngineListener watcher) {
        long deadline = System.nanoTime() + PATIENCE_NS;
        try (Connections network = Connections.open(config.config(), Path.of(""), new SystemEpochNanoClock())) {
            VenueGateways gateways = network.gateways().trading();
            List<Instrument> instruments = gateways.loadInstruments();
            Wiring wiring = Wiring.over(journal, config.config(), catalog, instruments);
            return new LiveSession(config, wiring, journal)
                    .run(
                            LiveSession.connected(gateways, instruments, network.clock()),
                            () -> stop.getAsBoolean() || System.nanoTime() > deadline,
                            List.of(watcher));
        }
    }

    private Program start() {
        return Program.run("run", "--json", "--config", file, "--journal", journal.path());
    }

    private Program kill(Object... more) {
        List<Object> words = new java.util.ArrayList<>(
                List.of("kill", "--json", "--journal", journal.path(), "--actor", "alice", "--reason", "drill"));
        words.addAll(List.of(more));
        return Program.run(words.toArray());
    }

    private boolean isFill(EngineEvent event) {
        return event.templateId() == ExecutionReportDecoder.TEMPLATE_ID
                && new ExecutionReportDecoder()
                                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                                .execType()
                        == ExecType.FILL;
    }

    private static long orders(ServedVenues venues) {
        return venues.ledgers().stream()
                .mapToLong(ledger -> ledger.orders().size())
                .sum();
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Gives the command on a thread of its own when its phase has come, and holds the engine thread until the latch is set. */
    private final class Killer implements EngineListener {
        private final Phase phase;
        private final Thread replaying = Thread.currentThread();
        private final AtomicReference<@Nullable CompletableFuture<Program>> command = new AtomicReference<>();
        private final AtomicLong fills = new AtomicLong();

        Killer(Phase phase) {
            this.phase = phase;
        }

        @Override
        public void onEvent(EngineEvent event) {
            boolean live = Thread.currentThread() != replaying;
            if (live && isFill(event)) {
                fills.incrementAndGet();
            }
            if (command.get() == null && live == (phase != Phase.REPLAY) && hasCome(event)) {
                command.set(CompletableFuture.supplyAsync(LatchPhaseSystemTest.this::kill));
                awaitLatch();
            }
        }

        /** Stops the session only to reach its end. */
        BooleanSupplier stop() {
            return phase == Phase.DRAIN ? () -> fills.get() > 0 : NEVER;
        }

        Program answer() {
            CompletableFuture<Program> given = command.get();
            if (given == null) {
                throw new AssertionError("its phase never came: " + phase);
            }
            return given.join();
        }

        private boolean hasCome(EngineEvent event) {
            return switch (phase) {
                case REPLAY -> true;
                case RECONCILE -> isPrivateStreamUp(event);
                case RUNNING -> fills.get() > 20;
                case DRAIN -> isDrain(event);
            };
        }

        private boolean isPrivateStreamUp(EngineEvent event) {
            return event.templateId() == ConnectionStatusDecoder.TEMPLATE_ID
                    && isUserDataUp(
                            new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header));
        }

        private static boolean isUserDataUp(ConnectionStatusDecoder status) {
            return status.stream() == StreamKind.USER_DATA && status.state() == ConnectionState.UP;
        }

        private boolean isDrain(EngineEvent event) {
            return event.templateId() == OperatorCommandDecoder.TEMPLATE_ID
                    && new OperatorCommandDecoder()
                                    .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                                    .action()
                            == OperatorAction.DRAIN;
        }

        private void awaitLatch() {
            long deadline = System.nanoTime() + PATIENCE_NS;
            try (ControlFile control = ControlFile.open(journal.path())) {
                while (!control.isSet() && System.nanoTime() < deadline) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
