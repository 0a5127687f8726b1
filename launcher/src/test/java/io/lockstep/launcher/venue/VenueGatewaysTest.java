package io.lockstep.launcher.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.pipeline.NoPublisher;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class VenueGatewaysTest {
    private final FakeGateway first = new FakeGateway();
    private final FakeGateway second = new FakeGateway();
    private final VenueGateways gateways = new VenueGateways(
            List.of(new VenueGateways.Account(0, "first", first), new VenueGateways.Account(2, "second", second)));

    @Test
    void shouldSendACommandToTheGatewayOfItsAccount() {
        gateways.start(NoPublisher.INSTANCE, 7);

        gateways.send(command(2, 41));
        gateways.send(command(0, 42));

        assertThat(first.sent).containsExactly(42L);
        assertThat(second.sent).containsExactly(41L);
    }

    @Test
    void shouldDropAndCountWhatComesBeforeTheGatewaysHaveStarted() {
        gateways.send(command(0, 41));
        gateways.start(NoPublisher.INSTANCE, 7);
        gateways.send(command(0, 42));

        assertThat(first.sent).containsExactly(42L);
        assertThat(gateways.counters()).containsEntry("commandsBeforeStart", 1L);
    }

    private static OrderCommandDecoder command(int accountId, long orderId) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        new OrderCommandEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .accountId(accountId)
                .orderId(orderId);
        return new OrderCommandDecoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderDecoder());
    }

    /** Refuses to send before it was started, as a real one does. */
    private static final class FakeGateway implements VenueGateway {
        private final List<Long> sent = new ArrayList<>();
        private boolean running;

        @Override
        public List<Instrument> loadInstruments() {
            return List.of();
        }

        @Override
        public void start(EventPublisher publisher, long runId) {
            running = true;
        }

        @Override
        public void send(OrderCommandDecoder command) {
            if (!running) {
                throw new IllegalStateException("not started");
            }
            sent.add(command.orderId());
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public void close() {
            running = false;
        }
    }
}
