package io.lockstep.journal;

/** What survives what: a choice between speed and the last moments before a power cut. */
public enum Durability {
    /** The end of the program, also by {@code kill -9}, loses nothing. Power loss may lose what the kernel had not yet written. */
    PROCESS(
            "survives the end of the program without loss; after power or kernel failure the last seconds (up to about 30) may be"
                    + " missing, which is detected at the next start"),
    /** As {@link #PROCESS}, and every few milliseconds everything is forced onto the device by a thread of its own. */
    BOUNDED(
            "survives the end of the program without loss; after power or kernel failure the last sync interval and the time of one"
                    + " sync may be missing, which is detected at the next start"),
    /** As {@link #PROCESS}, and the sender forces everything onto the device before an order leaves. */
    POWER_SAFE(
            "survives the end of the program without loss; no order leaves before its record is on the device, if the device"
                    + " honours that, at the cost of one sync (about 0.1 ms, at worst tens of ms) for each order or batch");

    private final String words;

    Durability(String words) {
        this.words = words;
    }

    /** What is promised, in plain words. No mode survives the loss of the disk itself. */
    public String words() {
        return words;
    }

    /** Whether whoever sends must call {@code sync()} first. */
    public boolean syncsBeforeSending() {
        return this == POWER_SAFE;
    }
}
