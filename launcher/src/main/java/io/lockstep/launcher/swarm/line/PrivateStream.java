package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.venue.VenueFill;
import io.lockstep.launcher.swarm.venue.VenueListener;
import io.lockstep.launcher.swarm.venue.VenueOrder;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account's private stream: carries what happens to orders while it is connected, loses, repeats and reorders frames, breaks, and comes back. What
 * happened while it was down is never sent again; lists have to bring it.
 */
public final class PrivateStream implements VenueListener {
    private static final long LONGEST_DELAY_NS = 5 * Site.SECOND;
    private static final long LONGEST_CUT_NS = 10 * Site.SECOND;

    private final Site site;
    private final Records records;
    private final Report report = new Report();
    private final Set<Long> told = new HashSet<>();
    private Runnable onConnect = () -> {};
    private Runnable onUp = () -> {};
    private boolean connected;
    private int connection;
    private long lastDueNs;
    private long lost;

    /** A stream that is not connected. */
    public PrivateStream(Site site, Records records) {
        this.site = site;
        this.records = records;
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

    /** Whether a fill was told to the process by anything so far. */
    boolean wasTold(VenueFill fill) {
        return told.contains(fill.execId());
    }

    void told(VenueFill fill) {
        told.add(fill.execId());
    }

    /** A process begins: it knows nothing and connects. */
    public void connect() {
        told.clear();
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
        if (!order.isForeign()) {
            send(report.of(ExecType.ACCEPTED, ReportSource.STREAM, order, "NEW"), null);
        }
    }

    @Override
    public void onFill(VenueFill fill) {
        send(report.of(ReportSource.STREAM, fill), fill);
    }

    @Override
    public void onCanceled(VenueOrder order) {
        if (!order.isForeign()) {
            send(report.of(ExecType.CANCELED, ReportSource.STREAM, order, "CANCELED"), null);
        }
    }

    @Override
    public void onReplaced(VenueOrder order) {
        send(report.of(ExecType.REPLACED, ReportSource.STREAM, order, "AMENDMENT"), null);
    }

    @Override
    public void onTriggered(VenueOrder order) {
        send(report.of(ExecType.TRIGGERED, ReportSource.STREAM, order, "TRIGGERED"), null);
    }

    private void reconnectIn(long delayNs) {
        int mine = connection;
        site.agenda().after(delayNs, () -> {
            if (mine == connection) {
                connected = true;
                state(ConnectionState.UP, "");
                onUp.run();
            }
        });
    }

    private void state(ConnectionState state, String reason) {
        site.inbox().deliver(site.inbox().generation(), records.userData(state, reason));
    }

    private void send(byte[] frame, @Nullable VenueFill fill) {
        if (!connected || site.dice().strikes(Feature.FRAME_LOSS)) {
            lost++;
            return;
        }
        long usualNs = site.agenda().nowNs() + site.latencyNs();
        if (site.dice().strikes(Feature.REORDER)) {
            deliverAt(usualNs + site.dice().upTo(Feature.REORDER, LONGEST_DELAY_NS), frame, fill);
        } else {
            lastDueNs = Math.max(lastDueNs, usualNs);
            deliverAt(lastDueNs, frame, fill);
        }
        if (site.dice().strikes(Feature.DUPLICATE)) {
            deliverAt(usualNs + site.dice().upTo(Feature.DUPLICATE, LONGEST_DELAY_NS), frame, fill);
        }
    }

    private void deliverAt(long timeNs, byte[] frame, @Nullable VenueFill fill) {
        int mine = connection;
        int generation = site.inbox().generation();
        site.agenda().at(timeNs, () -> {
            if (mine != connection) {
                lost++;
                return;
            }
            if (fill != null) {
                told(fill);
            }
            site.inbox().deliver(generation, frame);
        });
    }
}
