package io.lockstep.simulator.scenario;

import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.wire.SocketPeer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A client whose frames suffer the faults of a plan. Event loop only. */
final class FaultyPeer implements SocketPeer {
    private final SocketPeer peer;
    private final String path;
    private final FaultPlan plan;
    private final VenueFaults words;
    private final Timer timer;
    private final Deque<Runnable> slowed = new ArrayDeque<>();
    private @Nullable Runnable overtaken;
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
        send(rule, () -> peer.send(text), () -> peer.send(garbage(text)));
    }

    /** A binary frame has no text to match. */
    @Override
    public void send(byte[] bytes) {
        if (!isSilenced()) {
            FaultRule rule = plan.frame(path, "", false);
            send(rule, () -> peer.send(bytes), () -> peer.send(Arrays.copyOf(bytes, bytes.length / 2)));
        }
    }

    private void send(@Nullable FaultRule rule, Runnable frame, Runnable garbage) {
        if (rule == null) {
            pass(frame);
        } else if (rule.kind() == FaultKind.GARBAGE) {
            pass(garbage);
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

    private void suffer(FaultRule rule, Runnable frame) {
        long delayMs = rule.settings().delay().toMillis();
        switch (rule.kind()) {
            case DUPLICATE -> {
                pass(frame);
                pass(frame);
            }
            case REORDER -> overtaken = frame;
            case SLOW -> {
                heldUntilMs = plan.sinceMs() + delayMs;
                hold(frame);
            }
            case LATE_FILL -> timer.after(delayMs, frame);
            case DROP -> peer.cut();
            default -> {
                // a gap: the frame is left out
            }
        }
    }

    /** Sends a frame in its turn, behind those that are held. */
    private void pass(Runnable frame) {
        if (!slowed.isEmpty()) {
            hold(frame);
            return;
        }
        frame.run();
        Runnable late = overtaken;
        if (late != null) {
            overtaken = null;
            late.run();
        }
    }

    /** A frame behind a slow one waits for it: each timer releases the oldest. */
    private void hold(Runnable frame) {
        slowed.add(frame);
        timer.after(
                Math.max(0, heldUntilMs - plan.sinceMs()), () -> slowed.remove().run());
    }

    /** Half a frame, as where a buffer ends too early. */
    private static String garbage(String text) {
        return text.substring(0, text.length() / 2) + "\u0000\uFFFD{\"";
    }
}
