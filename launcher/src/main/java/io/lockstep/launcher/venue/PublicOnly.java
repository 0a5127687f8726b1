package io.lockstep.launcher.venue;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.CashMovementDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import org.jspecify.annotations.Nullable;

/** A gateway of which only what everybody can see goes through: an account's own affairs stay out, and no order goes in. */
final class PublicOnly extends ForwardingGateway {
    PublicOnly(VenueGateway gateway) {
        super(gateway);
    }

    @Override
    public void start(EventPublisher publisher, Past past) {
        super.start(new Filter(publisher, new EventPool()), past);
    }

    /** @throws IllegalStateException always */
    @Override
    public void send(OrderCommandDecoder command) {
        throw new IllegalStateException("market data takes no orders: accountId=" + command.accountId());
    }

    /** Gives a slot of its own to whoever publishes, for a claimed slot of the ring could not be left out. */
    private record Filter(EventPublisher publisher, EventPool pool) implements EventPublisher {
        @Override
        public @Nullable EngineEvent tryClaim() {
            return pool.take();
        }

        @Override
        public EngineEvent claim() {
            return pool.take();
        }

        @Override
        public void publish(EngineEvent event) {
            if (!isPrivate(event.templateId())) {
                EngineEvent slot = publisher.claim();
                slot.copyFrom(event.buffer(), 0, event.length());
                publisher.publish(slot);
            }
            pool.give(event);
        }

        private static boolean isPrivate(int templateId) {
            return switch (templateId) {
                case ExecutionReportDecoder.TEMPLATE_ID,
                        AccountReportDecoder.TEMPLATE_ID,
                        PositionReportDecoder.TEMPLATE_ID,
                        ReconciliationMarkDecoder.TEMPLATE_ID,
                        CashMovementDecoder.TEMPLATE_ID -> true;
                default -> false;
            };
        }
    }
}
