package io.lockstep.simulator.scenario;

import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.venue.VenueFaults.Failure;
import io.lockstep.simulator.wire.SocketSession;

/** A session whose requests suffer the faults of a plan. Event loop only. */
final class FaultySession implements SocketSession {
    private final SocketSession session;
    private final FaultyPeer peer;
    private final FaultPlan plan;
    private final VenueFaults words;
    private final Runnable onClosed;

    FaultySession(SocketSession session, FaultyPeer peer, FaultPlan plan, VenueFaults words, Runnable onClosed) {
        this.session = session;
        this.peer = peer;
        this.plan = plan;
        this.words = words;
        this.onClosed = onClosed;
    }

    @Override
    public void onText(String text) {
        if (plan.state(FaultKind.HALF_OPEN, peer.path()) != null) {
            return;
        }
        FaultRule rule = plan.request(peer.path(), text);
        if (rule == null) {
            session.onText(text);
            return;
        }
        switch (rule.kind()) {
            case ERROR -> peer.send(words.failure(Failure.NOT_EXECUTED, text));
            case UNKNOWN_ERROR -> {
                if (rule.settings().executed()) {
                    peer.losingAnswers(() -> session.onText(text));
                }
                peer.send(words.failure(Failure.UNKNOWN, text));
            }
            case LOST_ANSWER -> peer.losingAnswers(() -> session.onText(text));
            default -> session.onText(text);
        }
    }

    @Override
    public void onBinary(byte[] payload) {
        if (plan.state(FaultKind.HALF_OPEN, peer.path()) == null) {
            session.onBinary(payload);
        }
    }

    @Override
    public void onPong(String payload) {
        session.onPong(payload);
    }

    @Override
    public void onPing() {
        session.onPing();
    }

    @Override
    public void onClose() {
        onClosed.run();
        session.onClose();
    }
}
