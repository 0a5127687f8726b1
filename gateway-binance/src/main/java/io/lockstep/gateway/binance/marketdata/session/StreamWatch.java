package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.transport.reconnect.Session;
import java.util.BitSet;
import java.util.List;

/** Which streams of a line are mute, over all its sessions. Network thread; allocates nothing when heard. */
final class StreamWatch {
    private final List<PlannedStream> streams;
    private final BitSet mute = new BitSet();
    private int muteCount;
    private long found;

    StreamWatch(List<PlannedStream> streams) {
        this.streams = streams;
    }

    /** Begins to watch the streams of a session that is subscribed. */
    void start(Session session) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).maxSilenceNs() > 0) {
                session.watch(i, streams.get(i).maxSilenceNs());
            }
        }
    }

    /** Notes a message; true when the stream was mute until now. */
    boolean heard(Session session, int stream) {
        session.heard(stream);
        if (muteCount == 0 || !mute.get(stream)) {
            return false;
        }
        mute.clear(stream);
        muteCount--;
        return true;
    }

    /** Notes a mute stream; true when it was not known to be. */
    boolean onMute(int stream) {
        found++;
        if (mute.get(stream)) {
            return false;
        }
        mute.set(stream);
        muteCount++;
        return true;
    }

    /** Streams mute now. */
    int mute() {
        return muteCount;
    }

    /** Times a stream was found mute. */
    long found() {
        return found;
    }
}
