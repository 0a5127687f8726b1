package io.lockstep.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.launcher.scenarios.judge.Violation;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.launcher.venue.ForwardingGateway;
import io.lockstep.launcher.venue.ObservedPublisher;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Bugs planted between engine and gateways of a whole session: the judge must find each. */
class SabotageSystemTest {
    /** A seed whose one fault duplicates frames: by itself it harms nobody. */
    private static final long SEED = 1;

    @Test
    void shouldFindAnOrderSentTwice() throws IOException {
        assertThat(found(gateway -> new UnsoundGateway(gateway) {
                    @Override
                    public void send(OrderCommandDecoder command) {
                        super.send(command);
                        if (command.action() == OrderAction.NEW) {
                            super.send(command);
                        }
                    }
                }))
                .contains(Invariant.I1);
    }

    @Test
    void shouldFindAnOrderOfAnotherSizeThanJournaled() throws IOException {
        assertThat(found(gateway -> new UnsoundGateway(gateway) {
                    @Override
                    public void send(OrderCommandDecoder command) {
                        byte[] bytes = new byte[MessageHeaderDecoder.ENCODED_LENGTH + OrderCommandDecoder.BLOCK_LENGTH];
                        UnsafeBuffer other = new UnsafeBuffer(bytes);
                        command.buffer().getBytes(command.offset() - MessageHeaderDecoder.ENCODED_LENGTH, bytes);
                        new OrderCommandEncoder()
                                .wrap(other, MessageHeaderDecoder.ENCODED_LENGTH)
                                .quantity(2 * command.quantity());
                        super.send(new OrderCommandDecoder().wrapAndApplyHeader(other, 0, new MessageHeaderDecoder()));
                    }
                }))
                .contains(Invariant.I1);
    }

    @Test
    void shouldFindAFillThatIsBookedAtAnotherPrice() throws IOException {
        assertThat(found(gateway -> new UnsoundGateway(gateway, SabotageSystemTest::spoil)))
                .contains(Invariant.I3, Invariant.I16);
    }

    private static void spoil(EngineEvent event) {
        if (event.templateId() != ExecutionReportDecoder.TEMPLATE_ID) {
            return;
        }
        ExecutionReportDecoder report = new ExecutionReportDecoder()
                .wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder());
        if (report.execType() == ExecType.FILL) {
            new ExecutionReportEncoder().wrap(event.buffer(), report.offset()).lastPx(report.lastPx() + 1_000_000);
        }
    }

    private static Set<Invariant> found(UnaryOperator<VenueGateway> gateway) throws IOException {
        ScenarioResult result = new ScenarioRun(LoopbackVenue.USDM, SEED, new Sabotage(gateway)).run();
        return result.violations().stream().map(Violation::invariant).collect(Collectors.toSet());
    }

    /** Passes everything on until a test says otherwise, and may show each event to somebody between its gateway and the ring. */
    private static class UnsoundGateway extends ForwardingGateway {
        private final Consumer<EngineEvent> onPublish;

        UnsoundGateway(VenueGateway gateway) {
            this(gateway, event -> {});
        }

        UnsoundGateway(VenueGateway gateway, Consumer<EngineEvent> onPublish) {
            super(gateway);
            this.onPublish = onPublish;
        }

        @Override
        public void start(EventPublisher publisher, Past past) {
            super.start(new ObservedPublisher(publisher, onPublish), past);
        }
    }
}
