package io.lockstep.strategies.indicator.structure;

/** Counts events, collects those of the bar in hand and passes each on; hands out zone ids. */
final class Emitter {
    private final StructureListener listener;
    private final long[] counts = new long[StructureEvent.values().length];
    private long bar = -1;
    private int eventsOfBar;
    private int lastZoneId;

    Emitter(StructureListener listener) {
        this.listener = listener;
    }

    void startBar() {
        bar++;
        eventsOfBar = 0;
    }

    long bar() {
        return bar;
    }

    int eventsOfBar() {
        return eventsOfBar;
    }

    long count(StructureEvent event) {
        return counts[event.number()];
    }

    int nextZoneId() {
        return ++lastZoneId;
    }

    void emit(StructureEvent event, Zone zone) {
        emit(event, zone.side, zone.low, zone.high, zone.originBar, zone.id);
    }

    void emitLevel(StructureEvent event, int side, long price, long originBar) {
        emit(event, side, price, price, originBar, 0);
    }

    void emit(StructureEvent event, int side, long low, long high, long originBar, int zoneId) {
        counts[event.number()]++;
        eventsOfBar |= event.bit();
        listener.onEvent(bar, event, side, low, high, originBar, zoneId);
    }
}
