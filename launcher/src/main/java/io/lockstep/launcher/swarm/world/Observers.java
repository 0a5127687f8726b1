package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.Engine;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.List;
import java.util.function.Consumer;

/** Passes everything on to several observers, in their order. */
final class Observers implements WorldObserver {
    private final List<WorldObserver> all;

    Observers(List<? extends WorldObserver> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public void onBegin(World world) {
        tell(each -> each.onBegin(world));
    }

    @Override
    public void onDelivery(byte[] record) {
        tell(each -> each.onDelivery(record));
    }

    @Override
    public void onRecovered() {
        tell(WorldObserver::onRecovered);
    }

    @Override
    public void onEnd() {
        tell(WorldObserver::onEnd);
    }

    @Override
    public void onStarted(Engine engine) {
        tell(each -> each.onStarted(engine));
    }

    @Override
    public void onLatched() {
        tell(WorldObserver::onLatched);
    }

    @Override
    public void onFailedStart(RuntimeException failure) {
        tell(each -> each.onFailedStart(failure));
    }

    @Override
    public void onFailure(RuntimeException failure) {
        tell(each -> each.onFailure(failure));
    }

    @Override
    public void onDied(String where) {
        tell(each -> each.onDied(where));
    }

    @Override
    public void onEvent(EngineEvent event, Engine engine) {
        for (WorldObserver each : all) {
            each.onEvent(event, engine);
        }
    }

    @Override
    public void onSend(OrderCommandDecoder command) {
        for (WorldObserver each : all) {
            each.onSend(command);
        }
    }

    @Override
    public void onAccepted(VenueOrder order) {
        tell(each -> each.onAccepted(order));
    }

    @Override
    public void onFill(VenueFill fill) {
        tell(each -> each.onFill(fill));
    }

    @Override
    public void onCanceled(VenueOrder order) {
        tell(each -> each.onCanceled(order));
    }

    @Override
    public void onReplaced(VenueOrder order) {
        tell(each -> each.onReplaced(order));
    }

    @Override
    public void onTriggered(VenueOrder order) {
        tell(each -> each.onTriggered(order));
    }

    private void tell(Consumer<WorldObserver> word) {
        all.forEach(word);
    }
}
