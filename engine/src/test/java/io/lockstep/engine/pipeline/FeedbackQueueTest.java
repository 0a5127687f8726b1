package io.lockstep.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.OrderDeniedEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.testkit.CommandDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackQueueTest {
    private final Counters counters = new Counters();
    private final FeedbackQueue queue = new FeedbackQueue(counters);
    private final NarrowRing ring = new NarrowRing();
    private final CommandDraft commands = new CommandDraft();

    @Test
    void shouldTellWhatWasDenied() {
        queue.denied(denial(7), 99);
        ring.free = 1;

        queue.flush(ring);

        assertThat(ring.told).containsExactly("denied 7 CANCEL reason 21 limit 5 actual 6 at 99");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void shouldTellThatNoByteOfARefusedCommandHasLeft() {
        queue.refused(commands.limit(7, Side.BUY, 10, 100), "KILL_LATCH", 99);
        queue.refused(commands.replace(8, 7, Side.BUY, 10, 100), "KILL_LATCH", 99);
        ring.free = 2;

        queue.flush(ring);

        assertThat(ring.told)
                .containsExactly("REJECTED 7 LOCAL KILL_LATCH at 99", "REPLACE_REJECTED 8 LOCAL KILL_LATCH at 99");
    }

    @Test
    void shouldLoseNothingHoweverFullTheRingIs() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> expected = new ArrayList<>();

        for (long id = 1; id <= 30_000; id++) {
            queue.denied(denial(id), 1);
            expected.add("denied " + id + " CANCEL reason 21 limit 5 actual 6 at 1");
            ring.free = random.nextInt(10) < 5 ? 0 : 1;
            queue.flush(ring);
        }
        assertThat(counters.get(Counter.FEEDBACK_WAITING)).isEqualTo(30_000L - ring.told.size());
        ring.free = Integer.MAX_VALUE;
        queue.flush(ring);

        assertThat(ring.told).as("seed %d", seed).isEqualTo(expected);
        assertThat(counters.get(Counter.FEEDBACK_WAITING)).isZero();
    }

    @Test
    void shouldSettleWhatARecordingAlreadyTold() {
        queue.denied(denial(7), 1);
        queue.denied(denial(8), 1);

        queue.settle(recorded(7));
        assertThat(queue.isEmpty()).isFalse();
        queue.settle(recorded(8));

        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void shouldRefuseARecordingThatTellsOtherwise() {
        assertThatThrownBy(() -> queue.settle(recorded(7))).hasMessageContaining("never decided");
        queue.denied(denial(8), 1);
        assertThatThrownBy(() -> queue.settle(recorded(7))).hasMessageContaining("order=7, decided=8");
    }

    private EngineEvent recorded(long orderId) {
        FeedbackQueue other = new FeedbackQueue(new Counters());
        other.denied(denial(orderId), 1);
        NarrowRing taken = new NarrowRing();
        taken.free = 1;
        other.flush(taken);
        return taken.slot;
    }

    private static OrderDeniedDecoder denial(long orderId) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        new OrderDeniedEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .causeSequence(1)
                .orderId(orderId)
                .accountId(0)
                .strategyId(1)
                .instrumentId(0)
                .reason(21)
                .action(OrderAction.CANCEL)
                .limitValue(5)
                .actualValue(6);
        return new OrderDeniedDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    /** A ring with as many free slots as the test says. */
    private static final class NarrowRing implements EventPublisher {
        private final EngineEvent slot = new EngineEvent();
        private final List<String> told = new ArrayList<>();
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private int free;

        @Override
        public @Nullable EngineEvent tryClaim() {
            return free-- > 0 ? slot : null;
        }

        @Override
        public EngineEvent claim() {
            throw new AssertionError("the engine's own thread must not wait for the ring");
        }

        @Override
        public void publish(EngineEvent event) {
            String what = event.templateId() == DenialFeedbackDecoder.TEMPLATE_ID ? denial(event) : report(event);
            told.add(what + " at " + event.timeNs());
        }

        private String denial(EngineEvent event) {
            DenialFeedbackDecoder denial = new DenialFeedbackDecoder();
            denial.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
            return "denied " + denial.orderId() + " " + denial.action() + " reason " + denial.reason() + " limit "
                    + denial.limitValue() + " actual " + denial.actualValue();
        }

        private String report(EngineEvent event) {
            ExecutionReportDecoder report = new ExecutionReportDecoder();
            report.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
            ExecType type = report.execType();
            ReportSource source = report.source();
            return type + " " + report.orderId() + " " + source + " " + report.reason();
        }
    }
}
