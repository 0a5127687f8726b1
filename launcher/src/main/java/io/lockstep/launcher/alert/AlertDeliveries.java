package io.lockstep.launcher.alert;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AlertDeliveryEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Publishes what became of alerts as events, so that the journal knows which are done. One thread. */
public final class AlertDeliveries implements AlertWorker.Journal {
    private final EventPublisher publisher;
    private final LongSupplier clockNs;
    private final Consumer<AlertNote> halt;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final AlertDeliveryEncoder delivery = new AlertDeliveryEncoder();
    private volatile boolean muted;

    /**
     * Publishes into an engine.
     *
     * @param clockNs time of the events, UTC, nanoseconds
     * @param halt halts the engine because nobody heard of an alert
     */
    public AlertDeliveries(EventPublisher publisher, LongSupplier clockNs, Consumer<AlertNote> halt) {
        this.publisher = publisher;
        this.clockNs = clockNs;
        this.halt = halt;
    }

    @Override
    public void onSilence(AlertNote note) {
        halt.accept(note);
    }

    /** Publishes nothing from now on: the engine stops. What is delivered later than that is sent again by the next start. */
    public void mute() {
        muted = true;
    }

    @Override
    public void onEnd(AlertNote note, String receiver, boolean delivered, int attempts) {
        if (muted) {
            return;
        }
        EngineEvent event = publisher.claim();
        delivery.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .alertSequence(note.sequence())
                .delivered((short) (delivered ? 1 : 0))
                .attempts(attempts)
                .receiver(receiver)
                .code(note.code());
        event.complete(delivery.limit(), clockNs.getAsLong());
        publisher.publish(event);
    }
}
