package io.lockstep.simulator.scenario;

import io.lockstep.simulator.venue.VenueFaults;
import io.lockstep.simulator.venue.VenueFaults.Failure;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import io.lockstep.simulator.wire.WireFace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A venue's face whose frames, requests and connections suffer the faults of a plan. Event loop only. */
final class FaultyFace implements WireFace {
    private final WireFace face;
    private final FaultPlan plan;
    private final VenueFaults words;
    private final Timer timer;
    private final Set<FaultyPeer> peers = new LinkedHashSet<>();
    private final Map<String, HttpReply> firstAnswers = new LinkedHashMap<>();

    FaultyFace(WireFace face, FaultPlan plan, VenueFaults words, Timer timer) {
        this.face = face;
        this.plan = plan;
        this.words = words;
        this.timer = timer;
    }

    /** Brings the connections into the state the plan has for them now. */
    void tick() {
        new ArrayList<>(peers).forEach(FaultyPeer::tick);
    }

    /** Cuts the WebSockets whose path fits a rule; counts each. */
    void cut(FaultRule rule) {
        for (FaultyPeer peer : new ArrayList<>(peers)) {
            if (rule.fitsPath(peer.path())) {
                rule.note();
                peer.cut();
            }
        }
    }

    @Override
    public boolean isTrickling() {
        FaultRule rule = plan.state(FaultKind.TRICKLE, "");
        if (rule != null) {
            rule.note();
        }
        return rule != null;
    }

    @Override
    public void onRequest(HttpCall call, Consumer<HttpReply> answer) {
        String text = call.method() + " " + call.path() + "?" + call.query() + " " + call.body();
        FaultRule half = plan.state(FaultKind.HALF_OPEN, call.path());
        FaultRule rule = half == null ? plan.request(call.path(), text) : half;
        if (rule == null) {
            face.onRequest(call, inTime(call.path(), text, answer));
        } else {
            suffer(rule, call, answer);
        }
    }

    @Override
    public @Nullable HttpReply refusal(HttpCall call) {
        return face.refusal(call);
    }

    @Override
    public boolean isEventStream(HttpCall call) {
        return face.isEventStream(call);
    }

    @Override
    public @Nullable SocketSession onUpgrade(HttpCall call, SocketPeer peer) {
        FaultyPeer faulty = new FaultyPeer(peer, call.path(), plan, words, timer);
        SocketSession session = face.onUpgrade(call, faulty);
        if (session == null) {
            return null;
        }
        peers.add(faulty);
        return new FaultySession(session, faulty, plan, words, () -> peers.remove(faulty));
    }

    private void suffer(FaultRule rule, HttpCall call, Consumer<HttpReply> answer) {
        switch (rule.kind()) {
            case ERROR -> answer.accept(words.failure(Failure.NOT_EXECUTED));
            case UNKNOWN_ERROR -> {
                if (rule.settings().executed()) {
                    face.onRequest(call, lost -> {});
                }
                answer.accept(words.failure(Failure.UNKNOWN));
            }
            case LOST_ANSWER -> face.onRequest(call, lost -> {});
            case STALE_ANSWER -> face.onRequest(call, fresh -> answer.accept(first(call, fresh)));
            default -> rule.note(); // half-open: nobody reads it
        }
    }

    private HttpReply first(HttpCall call, HttpReply fresh) {
        return firstAnswers.computeIfAbsent(call.path() + "?" + call.query(), key -> fresh);
    }

    private Consumer<HttpReply> inTime(String path, String text, Consumer<HttpReply> answer) {
        FaultRule slow = plan.answer(FaultKind.SLOW, path, text);
        return slow == null
                ? answer
                : reply -> timer.after(slow.settings().delay().toMillis(), () -> answer.accept(reply));
    }
}
