package io.lockstep.launcher.swarm.venue;

/** Hears of everything that happens at the venue, in the order in which it happens. */
public interface VenueListener {
    /** An order was taken. */
    default void onAccepted(VenueOrder order) {}

    /** An order traded. */
    default void onFill(VenueFill fill) {}

    /** An order was ended without trading in full. */
    default void onCanceled(VenueOrder order) {}

    /** An order was changed. */
    default void onReplaced(VenueOrder order) {}

    /** A waiting order's price was met. */
    default void onTriggered(VenueOrder order) {}
}
