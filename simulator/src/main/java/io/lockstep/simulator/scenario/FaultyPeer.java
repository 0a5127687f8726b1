package io.lockstep.simulator.scenario;

import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.wire.SocketPeer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A client whose frames suffer the faults of a plan. Event loop only. */
final class FaultyPeer implements SocketPeer {
    private final SocketPeer peer;
    private final String path;
    private final FaultPlan plan;
    private final VenueFaults words;
    private final Timer timer;
    private final Deque<Outgoing> slowed = new ArrayDeque<>();
    private @Nullable Outgoing overtaken;
    private boolean losesAnswers;
    private boolean frozen;
    private long heldUntilMs;

    FaultyPeer(SocketPeer peer, String path, FaultPlan plan, VenueFaults words, Timer timer) {
        this.peer = peer;
        this.path = path;
        this.plan = plan;
        this.words = words;
        this.timer = timer;
    }

    String path() {
        return path;
    }

    /** Keeps back the answers that are given while something runs; events pass. */
    void losingAnswers(Runnable request) {
        losesAnswers = true;
        request.run();
        losesAnswers = false;
    }

    /** Stops or starts reading, as the plan has it now. */
    void tick() {
        boolean half = plan.state(FaultKind.HALF_OPEN, path) != null;
        if (half != frozen) {
            frozen = half;
            peer.freeze(half);
        }
    }

    @Override
    public void send(String text) {
        send(Outgoing.ofText(text));
    }

    @Override
    public void send(byte[] bytes) {
        send(Outgoing.ofBytes(bytes));
    }

    @Override
    public long pendingBytes() {
        return peer.pendingBytes();
    }

    private void send(Outgoing frame) {
        String text = frame.text();
        if (losesAnswers && words.isAnswer(text) || isSilenced()) {
            return;
        }
        FaultRule rule = plan.frame(path, text, words.isFill(text));
        if (rule == null) {
            pass(frame);
        } else {
            suffer(rule, frame);
        }
    }

    @Override
    public void ping(String payload) {
        if (plan.state(FaultKind.HALF_OPEN, path) == null) {
            peer.ping(payload);
        }
    }

    @Override
    public void close(int code, String reason) {
        peer.close(code, reason);
    }

    @Override
    public void freeze(boolean stop) {
        peer.freeze(stop);
    }

    @Override
    public void cut() {
        peer.cut();
    }

    private boolean isSilenced() {
        FaultRule half = plan.state(FaultKind.HALF_OPEN, path);
        FaultRule silent = half == null ? plan.state(FaultKind.MUTE, path) : half;
        if (silent == null) {
            return false;
        }
        silent.note();
        return true;
    }

    private void suffer(FaultRule rule, Outgoing frame) {
        long delayMs = rule.settings().delay().toMillis();
        switch (rule.kind()) {
            case DUPLICATE -> {
                pass(frame);
                pass(frame);
            }
            case REORDER -> overtaken = frame;
            case GARBAGE -> pass(frame.broken());
            case SLOW -> {
                heldUntilMs = plan.sinceMs() + delayMs;
                hold(frame);
            }
            case LATE_FILL -> timer.after(delayMs, () -> frame.sendTo(peer));
            case DROP -> peer.cut();
            default -> {
                // a gap: the frame is left out
            }
        }
    }

    /** Sends a frame in its turn, behind those that are held. */
    private void pass(Outgoing frame) {
        if (!slowed.isEmpty()) {
            hold(frame);
            return;
        }
        frame.sendTo(peer);
        Outgoing late = overtaken;
        if (late != null) {
            overtaken = null;
            late.sendTo(peer);
        }
    }

    /** A frame behind a slow one waits for it: each timer releases the oldest. */
    private void hold(Outgoing frame) {
        slowed.add(frame);
        timer.after(
                Math.max(0, heldUntilMs - plan.sinceMs()), () -> slowed.remove().sendTo(peer));
    }
}
