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
    private final Deque<String> slowed = new ArrayDeque<>();
    private @Nullable String overtaken;
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
        if (losesAnswers && words.isAnswer(text) || isSilenced()) {
            return;
        }
        FaultRule rule = plan.frame(path, text, words.isFill(text));
        if (rule == null) {
            pass(text);
        } else {
            suffer(rule, text);
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

    private void suffer(FaultRule rule, String text) {
        long delayMs = rule.settings().delay().toMillis();
        switch (rule.kind()) {
            case DUPLICATE -> {
                pass(text);
                pass(text);
            }
            case REORDER -> overtaken = text;
            case GARBAGE -> pass(garbage(text));
            case SLOW -> {
                heldUntilMs = plan.sinceMs() + delayMs;
                hold(text);
            }
            case LATE_FILL -> timer.after(delayMs, () -> peer.send(text));
            case DROP -> peer.cut();
            default -> {
                // a gap: the frame is left out
            }
        }
    }

    /** Sends a frame in its turn, behind those that are held. */
    private void pass(String text) {
        if (!slowed.isEmpty()) {
            hold(text);
            return;
        }
        peer.send(text);
        String late = overtaken;
        if (late != null) {
            overtaken = null;
            peer.send(late);
        }
    }

    /** A frame behind a slow one waits for it: each timer releases the oldest. */
    private void hold(String text) {
        slowed.add(text);
        timer.after(Math.max(0, heldUntilMs - plan.sinceMs()), () -> peer.send(slowed.remove()));
    }

    /** Half a frame, as where a buffer ends too early. */
    private static String garbage(String text) {
        return text.substring(0, text.length() / 2) + "\u0000\uFFFD{\"";
    }
}
