package io.lockstep.launcher.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.launcher.venue.VenueGateways.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Commands of accounts whose gateways start one after the other. */
class VenueGatewaysTest {

    private final CommandDraft draft = new CommandDraft();
    private final FakeGateway gateway = new FakeGateway();
    private final VenueGateways gateways = new VenueGateways(List.of(new Account(0, "first", gateway)));

    /** Nobody reads what is published. */
    private static final class Nowhere implements EventPublisher {
        @Override
        public EngineEvent tryClaim() {
            return new EngineEvent();
        }

        @Override
        public EngineEvent claim() {
            return new EngineEvent();
        }

        @Override
        public void publish(EngineEvent event) {}
    }

    /** Refuses commands before its start, as the real ones do. */
    private static final class FakeGateway implements VenueGateway {
        private final List<Long> sent = new ArrayList<>();
        private Runnable whileStarting = () -> {};
        private boolean started;

        @Override
        public List<Instrument> loadInstruments() {
            return List.of();
        }

        @Override
        public void start(EventPublisher publisher, Past past) {
            whileStarting.run();
            started = true;
        }

        @Override
        public void send(OrderCommandDecoder command) {
            if (!started) {
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
            started = false;
        }
    }

    @Test
    void shouldKeepCommandsUntilTheirGatewayHasStarted() {
        gateway.whileStarting = () -> gateways.send(draft.market(512, Side.SELL, 1));

        gateways.send(draft.market(256, Side.BUY, 1));
        assertThat(gateway.sent).isEmpty();
        gateways.start(new Nowhere(), VenueGateway.Past.none(7));

        assertThat(gateway.sent).containsExactly(256L, 512L);
    }

    @Test
    void shouldSendCommandsAtOnceAfterTheStart() {
        gateways.start(new Nowhere(), VenueGateway.Past.none(7));

        gateways.send(draft.market(256, Side.BUY, 1));

        assertThat(gateway.sent).containsExactly(256L);
    }
}
