package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.port.OpenOrder;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueListener;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.List;

/**
 * The account's private stream: carries what happens to orders while it is connected, loses, repeats and reorders frames, breaks, and comes back. What
 * happened while it was down is never sent again; lists have to bring it.
 */
public final class PrivateStream implements VenueListener {
    private static final long LONGEST_DELAY_NS = 5 * Site.SECOND;
    private static final long LONGEST_CUT_NS = 10 * Site.SECOND;

    private final Site site;
    private final Records records;
    private final Wire wire;
    private Runnable onConnect = () -> {};
    private Runnable onUp = () -> {};
    private boolean connected;
    private int connection;
    private long lastDueNs;
    private long lost;

    /** A stream that is not connected. */
    public PrivateStream(Site site, Records records, Wire wire) {
        this.site = site;
        this.records = records;
        this.wire = wire;
    }

    /** Tells when a process begins, and each time the stream is up, to read the lists. */
    void listen(Runnable begins, Runnable up) {
        onConnect = begins;
        onUp = up;
    }

    /** Number of the connection: what belongs to an earlier one is void. */
    int connection() {
        return connection;
    }

    /** Frames that reached nobody. */
    public long lost() {
        return lost;
    }

    /**
     * A process begins: it knows what its journal says, and connects.
     *
     * @param openOrders orders its journal leaves open
     */
    public void connect(List<OpenOrder> openOrders) {
        wire.desk().started(openOrders);
        onConnect.run();
        disconnect();
        state(ConnectionState.CONNECTING, "START");
        reconnectIn(site.random().nextLong(Site.SECOND / 2, 3 * Site.SECOND));
    }

    /** The process is gone. */
    public void disconnect() {
        connected = false;
        connection++;
    }

    /** The connection breaks; that is noticed later. */
    public void cut() {
        if (!connected) {
            return;
        }
        disconnect();
        int mine = connection;
        long unnoticed = site.dice().upTo(Feature.STREAM_CUT, LONGEST_CUT_NS);
        site.agenda().after(unnoticed, () -> {
            if (mine == connection) {
                state(ConnectionState.DOWN, "CUT");
                reconnectIn(site.dice().upTo(Feature.STREAM_CUT, LONGEST_CUT_NS));
            }
        });
    }

    /** All lists are read. */
    void ready() {
        state(ConnectionState.READY, "");
    }

    @Override
    public void onAccepted(VenueOrder order) {
        send(wire.words().accepted(order, site.agenda().nowNs()));
    }

    @Override
    public void onFill(VenueFill fill) {
        send(wire.words().filled(fill, site.agenda().nowNs()));
    }

    @Override
    public void onCanceled(VenueOrder order) {
        send(wire.words().canceled(order, site.agenda().nowNs()));
    }

    @Override
    public void onReplaced(VenueOrder order) {
        send(wire.words().replaced(order, site.agenda().nowNs()));
    }

    @Override
    public void onTriggered(VenueOrder order) {
        send(wire.words().triggered(order, site.agenda().nowNs()));
    }

    private void reconnectIn(long delayNs) {
        int mine = connection;
        site.agenda().after(delayNs, () -> {
            if (mine == connection) {
                connected = true;
                wire.desk().connected();
                state(ConnectionState.UP, "");
                onUp.run();
            }
        });
    }

    private void state(ConnectionState state, String reason) {
        site.inbox().deliver(site.inbox().generation(), records.userData(state, reason));
    }

    /** A frame that comes twice comes on the connection that overlaps the first, which has a decoder of its own. */
    private void send(byte[] frame) {
        if (!connected || site.dice().strikes(Feature.FRAME_LOSS)) {
            lost++;
            return;
        }
        long usualNs = site.agenda().nowNs() + site.latencyNs();
        if (site.dice().strikes(Feature.REORDER)) {
            deliverAt(usualNs + site.dice().upTo(Feature.REORDER, LONGEST_DELAY_NS), frame, false);
        } else {
            lastDueNs = Math.max(lastDueNs, usualNs);
            deliverAt(lastDueNs, frame, false);
        }
        if (site.dice().strikes(Feature.DUPLICATE)) {
            deliverAt(usualNs + site.dice().upTo(Feature.DUPLICATE, LONGEST_DELAY_NS), frame, true);
        }
    }

    private void deliverAt(long timeNs, byte[] frame, boolean again) {
        int mine = connection;
        int generation = site.inbox().generation();
        site.agenda().at(timeNs, () -> {
            if (mine == connection && generation == site.inbox().generation()) {
                wire.desk().event(frame, again, site.inbox().clockNs());
            } else {
                lost++;
            }
        });
    }
}
