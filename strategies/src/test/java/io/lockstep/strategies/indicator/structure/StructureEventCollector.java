package io.lockstep.strategies.indicator.structure;

import io.lockstep.engine.instrument.FixedPoint;
import java.util.ArrayList;
import java.util.List;

/** Writes down the events as {@code bar,kind,side,low,high,originBar,zoneId}. */
final class StructureEventCollector implements StructureListener {
    private final List<String> events = new ArrayList<>();

    @Override
    public void onEvent(long bar, StructureEvent event, int side, long low, long high, long originBar, int zoneId) {
        String zone = FixedPoint.format(low) + "," + FixedPoint.format(high);
        events.add(bar + "," + event + "," + side + "," + zone + "," + originBar + "," + zoneId);
    }

    List<String> collect() {
        return List.copyOf(events);
    }
}
