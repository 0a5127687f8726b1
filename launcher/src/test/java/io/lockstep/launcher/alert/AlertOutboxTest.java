package io.lockstep.launcher.alert;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AlertDeliveryDecoder;
import io.lockstep.engine.sbe.AlertEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TimerTickEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts from the engine's decision to a receiver, and the word on them back into the journal. */
class AlertOutboxTest {
    @TempDir
    private Path folder;

    private final List<EngineEvent> journaled = new ArrayList<>();
    private final List<String> halted = new ArrayList<>();
    private final FakeReceiver slack = new FakeReceiver("slack");
    private final FakeReceiver file = new FakeReceiver("file");
    private ControlFile control;
    private AlertOutbox outbox;

    @BeforeEach
    void open() {
        control = ControlFile.open(folder);
        outbox = outbox();
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void shouldDeliverToEveryReceiverAndJournalIt() {
        outbox.goLive();
        outbox.onEvent(alert(7, Severity.CRITICAL, "STRATEGY_STOPPED"));

        worker(3).step(0);

        assertThat(slack.got).containsExactly("7 STRATEGY_STOPPED");
        assertThat(file.got).containsExactly("7 STRATEGY_STOPPED");
        assertThat(deliveries()).containsExactly("7 slack 1 1", "7 file 1 1");
        assertThat(gauge(Gauge.ALERTS_DELIVERED)).isEqualTo(2);
        assertThat(gauge(Gauge.ALERTS_PENDING)).isZero();
    }

    @Test
    void shouldLeaveOutWhatIsNotSevereEnough() {
        outbox.goLive();
        outbox.onEvent(alert(7, Severity.INFO, "FYI"));

        worker(3).step(0);

        assertThat(slack.got).isEmpty();
    }

    @Test
    void shouldTryAgainWithGrowingPausesAndLetOthersPass() {
        outbox.goLive();
        slack.failures = 2;
        outbox.onEvent(alert(7, Severity.WARNING, "A"));
        AlertWorker worker = worker(8);

        worker.step(0);
        assertThat(file.got).hasSize(1);
        assertThat(gauge(Gauge.ALERTS_PENDING)).isEqualTo(1);
        worker.step(999);
        assertThat(slack.tries).isEqualTo(1);
        worker.step(1_000);
        worker.step(2_999);
        assertThat(slack.tries).isEqualTo(2);
        worker.step(3_000);

        assertThat(slack.got).containsExactly("7 A");
        assertThat(deliveries()).containsExactly("7 file 1 1", "7 slack 1 3");
    }

    @Test
    void shouldCountAndJournalADeadLetterAndGoOnWithTheNext() {
        outbox.goLive();
        slack.failures = 2;
        outbox.onEvent(alert(7, Severity.WARNING, "A"));
        outbox.onEvent(alert(8, Severity.WARNING, "B"));
        AlertWorker worker = worker(2);

        for (long ms = 0; ms < 10_000; ms += 100) {
            worker.step(ms);
        }

        assertThat(slack.got).containsExactly("8 B");
        assertThat(deliveries()).contains("7 slack 0 2", "8 slack 1 1");
        assertThat(gauge(Gauge.ALERTS_DEAD)).isEqualTo(1);
    }

    @Test
    void shouldFindAgainWhatWasNotDeliveredBeforeTheProcessEnded() {
        EngineEvent first = alert(7, Severity.WARNING, "A");
        EngineEvent second = alert(8, Severity.WARNING, "B");
        outbox.goLive();
        outbox.onEvent(first);
        slack.failures = 1;
        worker(8).step(0);
        assertThat(deliveries()).containsExactly("7 file 1 1");
        slack.failures = 0;

        AlertOutbox next = outbox();
        next.onEvent(first);
        journaled.forEach(next::onEvent);
        next.onEvent(second);
        next.goLive();
        outbox = next;
        slack.got.clear();
        file.got.clear();
        AlertWorker worker = worker(8);
        worker.step(0);
        worker.step(0);

        assertThat(slack.got).containsExactly("7 A", "8 B");
        assertThat(file.got).containsExactly("8 B");
    }

    @Test
    void shouldNeverWaitAndCountWhatFindsNoRoom() {
        outbox.goLive();

        for (int i = 1; i <= 3_000; i++) {
            outbox.onEvent(alert(i, Severity.WARNING, "FLOOD"));
        }

        assertThat(gauge(Gauge.ALERTS_OVERFLOWED)).isEqualTo(6_000 - 4_096);
    }

    @Test
    void shouldHaltOnceWhenACriticalAlertReachesNobody() {
        outbox.goLive();
        slack.failures = Integer.MAX_VALUE;
        file.failures = Integer.MAX_VALUE;
        outbox.onEvent(alert(7, Severity.CRITICAL, "A"));
        AlertWorker worker = worker(100);

        worker.step(0);
        worker.step(59_999);
        assertThat(halted).isEmpty();
        worker.step(60_000);
        worker.step(120_000);

        assertThat(halted).containsExactly("7 A");
    }

    @Test
    void shouldNotHaltWhenOneReceiverHasIt() {
        outbox.goLive();
        slack.failures = Integer.MAX_VALUE;
        outbox.onEvent(alert(7, Severity.CRITICAL, "A"));
        AlertWorker worker = worker(100);

        worker.step(0);
        worker.step(120_000);

        assertThat(halted).isEmpty();
    }

    private AlertOutbox outbox() {
        return new AlertOutbox(Severity.WARNING, List.of("slack", "file"), control.gauges());
    }

    private AlertWorker worker(int attempts) {
        AlertDeliveries journal =
                new AlertDeliveries(new Keeper(), () -> 5, note -> halted.add(note.sequence() + " " + note.code()));
        return new AlertWorker(outbox, List.of(slack, file), attempts, 60_000, control.gauges(), journal);
    }

    private long gauge(Gauge gauge) {
        return control.gauges().get(gauge);
    }

    private List<String> deliveries() {
        AlertDeliveryDecoder delivery = new AlertDeliveryDecoder();
        return journaled.stream()
                .map(event -> {
                    delivery.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderDecoder());
                    return delivery.alertSequence() + " " + delivery.receiver() + " " + delivery.delivered() + " "
                            + delivery.attempts();
                })
                .toList();
    }

    /** A timer tick that led to an alert. */
    private static EngineEvent alert(long sequence, Severity severity, String code) {
        EngineEvent event = new EngineEvent();
        TimerTickEncoder tick = new TimerTickEncoder();
        tick.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .intervalNs(1);
        event.complete(tick.limit(), 1_000);
        event.sequence(sequence);
        AlertEncoder alert = new AlertEncoder();
        alert.wrapAndApplyHeader(
                        event.decisions().buffer(),
                        event.decisions().claim() + MESSAGE_OFFSET,
                        new MessageHeaderEncoder())
                .causeSequence(sequence)
                .severity(severity)
                .scopeKind(ScopeKind.ENGINE)
                .scopeId(0)
                .code(code)
                .detail("one sentence");
        event.decisions().commit(alert.limit(), 1_000);
        return event;
    }

    private static final class FakeReceiver implements AlertReceiver {
        private final String name;
        private final List<String> got = new ArrayList<>();
        private int failures;
        private int tries;

        FakeReceiver(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void send(AlertNote note) throws IOException {
            tries++;
            if (failures > 0) {
                failures--;
                throw new IOException("down");
            }
            got.add(note.sequence() + " " + note.code());
        }
    }

    private final class Keeper implements EventPublisher {
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
            journaled.add(event);
        }
    }
}
