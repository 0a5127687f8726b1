package io.lockstep.launcher.swarm.world;

import io.lockstep.launcher.swarm.machine.MachineObserver;
import io.lockstep.launcher.swarm.venue.VenueListener;

/** Watches a whole world: the process, the venue, what passes between them. Must change nothing. */
public interface WorldObserver extends MachineObserver, VenueListener {
    /** The world is about to begin. */
    default void onBegin(World world) {}

    /** A record is handed to the process. */
    default void onDelivery(byte[] record) {}

    /** Faults have been over for a while; the strategies still trade. */
    default void onRecovered() {}

    /** Everything has come to rest. */
    default void onEnd() {}
}
