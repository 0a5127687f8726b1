package io.lockstep.launcher.operator;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.decision.DecisionWriter;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import io.lockstep.launcher.testkit.ManualWaitClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorDeskTest {
    private static final long NOW = 1_792_000_000_000L;

    @TempDir
    private Path folder;

    private final List<String> published = new ArrayList<>();
    private final List<EngineEvent> events = new ArrayList<>();
    private ControlFile control;
    private Requests operator;

    @BeforeEach
    void open() {
        control = ControlFile.open(folder);
        operator = new Requests(ControlFolder.of(folder), new ManualWaitClock());
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void shouldPublishARequestOnceAndAnswerWhenTheEngineIsThroughWithIt() {
        OperatorDesk desk = started();
        OperatorRequest request = ask(OperatorAction.PAUSE, ScopeKind.STRATEGY, "trend");

        desk.poll();
        assertThat(published).containsExactly("PAUSE STRATEGY 1 alice: why");
        assertThat(operator.await(request, 0)).isEmpty();
        desk.onEvent(sealed(77));
        desk.poll();

        assertThat(published).hasSize(1);
        assertThat(operator.await(request, 0)).map(OperatorAnswer::outcome).contains(Outcome.DONE);
        assertThat(desk.isSettled()).isTrue();
    }

    @Test
    void shouldSayWhatTheEngineDidNotAllow() {
        OperatorDesk desk = started();
        OperatorRequest request = ask(OperatorAction.RESUME, ScopeKind.ENGINE, "");

        desk.poll();
        control.counters().add(Counter.COMMANDS_REFUSED, 1);
        desk.onEvent(sealed(5));
        desk.poll();

        assertThat(operator.await(request, 0)).map(OperatorAnswer::outcome).contains(Outcome.REFUSED);
    }

    @Test
    void shouldRefuseANameNobodyHas() {
        OperatorDesk desk = started();
        OperatorRequest request = ask(OperatorAction.PAUSE, ScopeKind.STRATEGY, "trand");

        desk.poll();

        Optional<OperatorAnswer> answer = operator.await(request, 0);
        assertThat(published).isEmpty();
        assertThat(answer.orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.orElseThrow().detail()).contains("trand", "trend");
    }

    @Test
    void shouldLetARequestExpireThatWaitedTooLong() {
        OperatorRequest request = new OperatorRequest(
                9, NOW - OperatorDesk.FRESH_MS - 1, OperatorAction.RESUME, ScopeKind.ENGINE, "", "alice", "why");
        operator.ask(request);

        started();

        assertThat(published).isEmpty();
        assertThat(operator.await(request, 0)).map(OperatorAnswer::outcome).contains(Outcome.EXPIRED);
    }

    @Test
    void shouldNotCarryOutAgainWhatWasJournaledBeforeTheProcessDied() {
        OperatorRequest request = ask(OperatorAction.PAUSE, ScopeKind.ENGINE, "");
        started();
        EngineEvent journaled = sealed(42);
        published.clear();

        OperatorDesk next = desk();
        next.onEvent(journaled);
        assertThat(next.mayStart(TradingState.HALT)).isTrue();
        next.start(publisher(), () -> 0);

        assertThat(published).isEmpty();
        assertThat(operator.await(request, 0)).map(OperatorAnswer::sequence).contains(42L);
    }

    @Test
    void shouldNotCarryOutTwiceWhatALaterReaderSeesAgain() {
        OperatorRequest request = ask(OperatorAction.PAUSE, ScopeKind.ENGINE, "");
        operator.ask(request);
        OperatorDesk desk = started();

        desk.poll();

        assertThat(published).hasSize(1);
    }

    @Test
    void shouldSetEveryLatchWhenItIsAskedToKill() {
        OperatorDesk desk = started();
        ask(OperatorAction.KILL, ScopeKind.ENGINE, "");

        desk.poll();
        desk.poll();

        assertThat(control.isSet()).isTrue();
        assertThat(folder.resolve(LatchFile.NAME)).exists();
        assertThat(folder.resolve("latch/main.latch")).exists();
        assertThat(published).containsExactly("KILL ENGINE 0 alice: why");
    }

    @Test
    void shouldLeaveTheLatchAloneWhenAPartIsKilled() {
        OperatorDesk desk = started();
        ask(OperatorAction.KILL, ScopeKind.ACCOUNT, "main");

        desk.poll();

        assertThat(control.isSet()).isFalse();
        assertThat(published).containsExactly("KILL ACCOUNT 0 alice: why");
    }

    @Test
    void shouldTripAndTellTheEngineWhenACopyOfTheLatchAppears() {
        OperatorDesk desk = started();
        new LatchFile(folder.resolve("latch/main.latch")).set(new LatchFile.Entry(NOW, "guard", "silent"));

        look(desk, OperatorDesk.LOOKS_FOR_STORY + 1);

        assertThat(control.isSet()).isTrue();
        assertThat(folder.resolve(LatchFile.NAME)).exists();
        assertThat(published).containsExactly("KILL ENGINE 0 guard: silent");
    }

    @Test
    void shouldTellAKillOnceWhenTheRequestFollowsTheLatch() {
        OperatorDesk desk = started();
        control.kill(NOW);
        look(desk, OperatorDesk.LOOKS_FOR_STORY - 1);
        ask(OperatorAction.KILL, ScopeKind.ENGINE, "");

        look(desk, OperatorDesk.LOOKS_FOR_STORY + 1);

        assertThat(published).containsExactly("KILL ENGINE 0 alice: why");
        assertThat(desk.isKillTold()).isTrue();
    }

    @Test
    void shouldTellAKillOnceAndAnswerWhenTheLatchTellsItsStoryBeforeTheRequestComes() {
        OperatorDesk desk = started();
        OperatorRequest request = OperatorRequest.ofEngine(OperatorAction.KILL, "alice", "why", NOW);
        control.kill(NOW);
        new LatchFile(folder.resolve(LatchFile.NAME)).set(new LatchFile.Entry(NOW, "alice", "why", request.nonce()));

        desk.poll();
        operator.ask(request);
        desk.onEvent(sealed(5));
        look(desk, OperatorDesk.LOOKS_FOR_STORY + 1);

        assertThat(published).containsExactly("KILL ENGINE 0 alice: why");
        assertThat(operator.await(request, 0)).map(OperatorAnswer::sequence).contains(5L);
    }

    @Test
    void shouldTellAKillThatNobodyExplains() {
        OperatorDesk desk = started();
        control.kill(NOW);

        look(desk, OperatorDesk.LOOKS_FOR_STORY + 1);

        assertThat(published).containsExactly("KILL ENGINE 0 unknown: not told");
        assertThat(folder.resolve("latch/main.latch")).exists();
    }

    @Test
    void shouldLatchAndSayNothingWhenTheEngineKilledItself() {
        OperatorDesk desk = started();
        EngineEvent event = new EngineEvent();
        DecisionWriter writer = new DecisionWriter();
        writer.begin(event);
        writer.stateChange(ScopeKind.ENGINE, 0, TradingState.RUN, TradingState.KILL, "DAILY_LOSS", 1, 2);
        control.trip(NOW);

        desk.onEvent(event);
        look(desk, OperatorDesk.LOOKS_FOR_STORY + 1);

        assertThat(published).isEmpty();
        assertThat(new LatchFile(folder.resolve("latch/main.latch")).read())
                .isEqualTo(new LatchFile.Entry(NOW, "engine", "DAILY_LOSS"));
    }

    @Test
    void shouldNotStartWhenTheJournalAloneSaysKilled() {
        OperatorDesk desk = desk();

        assertThat(desk.mayStart(TradingState.KILL)).isFalse();
        assertThat(desk.latched()).isPresent();
        assertThat(control.isSet()).isTrue();
    }

    @Test
    void shouldStartAfterAKillOnceAResetWaitsAndJournalIt() {
        ask(OperatorAction.KILL, ScopeKind.ENGINE, "");
        operator.ask(new OperatorRequest(8, NOW + 1, OperatorAction.RESET, ScopeKind.ENGINE, "", "bob", "checked"));
        OperatorDesk desk = desk();

        assertThat(desk.mayStart(TradingState.KILL)).isTrue();
        desk.start(publisher(), () -> 0);

        assertThat(published).containsExactly("RESET ENGINE 0 bob: checked");
        assertThat(control.isSet()).isFalse();
    }

    @Test
    void shouldRefuseAResetOlderThanTheLatch() {
        OperatorDesk desk = started();
        new LatchFile(folder.resolve(LatchFile.NAME)).set(new LatchFile.Entry(NOW + 5, "alice", "again"));
        OperatorRequest request = ask(OperatorAction.RESET, ScopeKind.ENGINE, "");

        look(desk, OperatorDesk.LOOKS_FOR_STORY);

        assertThat(operator.await(request, 0)).map(OperatorAnswer::outcome).contains(Outcome.REFUSED);
        assertThat(published).containsExactly("KILL ENGINE 0 alice: again");
    }

    @Test
    void shouldMakeFilesNobodyElseMayRead() throws Exception {
        ask(OperatorAction.PAUSE, ScopeKind.ENGINE, "");

        assertThat(Files.getPosixFilePermissions(folder.resolve("control/requests")))
                .hasSize(2);
        assertThat(Files.getPosixFilePermissions(folder.resolve("control"))).hasSize(3);
    }

    private static void look(OperatorDesk desk, int times) {
        for (int i = 0; i < times; i++) {
            desk.poll();
        }
    }

    private OperatorDesk started() {
        OperatorDesk desk = desk();
        assertThat(desk.mayStart(TradingState.RUN)).isTrue();
        desk.start(publisher(), () -> 0);
        return desk;
    }

    private OperatorDesk desk() {
        ScopeNames names = new ScopeNames(List.of("main"), List.of("BTCUSDT"), List.of("trend"));
        Latches latches = new Latches(control, folder, folder.resolve("latch"), List.of("main"));
        return new OperatorDesk(ControlFolder.of(folder), control, latches, names, () -> NOW);
    }

    private OperatorRequest ask(OperatorAction action, ScopeKind scope, String name) {
        OperatorRequest request = OperatorRequest.of(action, scope, name, "alice", "why", NOW);
        operator.ask(request);
        return request;
    }

    /** The event published last, as the engine thread sees it. */
    private EngineEvent sealed(long sequence) {
        EngineEvent event = events.get(events.size() - 1);
        event.sequence(sequence);
        return event;
    }

    private EventPublisher publisher() {
        return new EventPublisher() {
            @Override
            public EngineEvent tryClaim() {
                return claim();
            }

            @Override
            public EngineEvent claim() {
                return new EngineEvent();
            }

            @Override
            public void publish(EngineEvent event) {
                OperatorCommandDecoder command = new OperatorCommandDecoder();
                command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderDecoder());
                events.add(event);
                published.add(command.action() + " " + command.scopeKind() + " " + command.scopeId() + " "
                        + command.actor() + ": " + command.reason());
            }
        };
    }
}
