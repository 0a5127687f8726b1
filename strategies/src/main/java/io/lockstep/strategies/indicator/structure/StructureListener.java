package io.lockstep.strategies.indicator.structure;

/** Told of each event as it happens, in the fixed order of one bar. Called on the thread that updates the indicator. */
@FunctionalInterface
public interface StructureListener {
    /**
     * An event of the bar being handled.
     *
     * @param bar number of the bar, from 0
     * @param side 1 for an event that speaks for higher prices or concerns lows, -1 for the opposite
     * @param low lower end of the zone, or the level, quote currency, E8
     * @param high upper end of the zone, or the level, quote currency, E8
     * @param originBar number of the bar the zone or level stems from
     * @param zoneId id of the zone or pool, counted from 1; 0 where there is none
     */
    void onEvent(long bar, StructureEvent event, int side, long low, long high, long originBar, int zoneId);
}
