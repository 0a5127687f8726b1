package io.lockstep.launcher.operator;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.risk.DenyReason;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.OperatorCommandEncoder;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.launcher.operator.HandledCommands.Handled;
import io.lockstep.launcher.operator.OperatorAnswer.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The engine's side of the operators' channel: turns requests into {@code OperatorCommand} events, once each, also across restarts, and
 * answers when the engine thread is through with them. Trips the engine's latch when any copy of it is set, and tells the engine who did.
 *
 * <pre>
 *   OperatorDesk desk = …;                     // listens from the first replayed event on
 *   if (desk.latched().isPresent()) refuse     // before anything is opened
 *   … recovery …
 *   if (!desk.mayStart(state)) refuse          // the journal says killed, and nobody reset it
 *   desk.start(publisher, clock);              // answers what waited, in order
 *   … desk.poll() now and then, see DeskThread …
 *   desk.stop();                               // before the ring stops
 * </pre>
 *
 * <p>{@link #onEvent} belongs to the engine thread; the rest may be called by any.
 */
public final class OperatorDesk implements EngineListener {
    private static final long NS_PER_MS = 1_000_000;

    /** A request older than this does nothing when an engine sees it, except a reset. */
    static final long FRESH_MS = 60_000;

    /** Who sets the latch says right after who they are; so many looks are granted before the engine is told without that. */
    static final int LOOKS_FOR_STORY = 100;

    private final Latches latches;
    private final ControlFile control;
    private final ScopeNames names;
    private final LongSupplier wallMs;
    private final HandledCommands handled;
    private final LineFile<OperatorRequest> requests;
    private final LineFile<OperatorAnswer> answers;
    private final Map<Long, OperatorRequest> waiting = new LinkedHashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private final Set<Long> published = new HashSet<>();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OperatorCommandEncoder command = new OperatorCommandEncoder();
    private EventPublisher publisher = new ClosedPublisher();
    private LongSupplier clockNs = () -> 0;
    private boolean killTold;
    private int latchedLooks;

    /**
     * A desk for one engine.
     *
     * @param folder where requests lie
     * @param control the engine's control file
     * @param wallMs wall clock, UTC, ms
     */
    public OperatorDesk(
            ControlFolder folder, ControlFile control, Latches latches, ScopeNames names, LongSupplier wallMs) {
        folder.create();
        this.control = control;
        this.latches = latches;
        this.names = names;
        this.wallMs = wallMs;
        handled = new HandledCommands(control.counters());
        requests = folder.requests();
        answers = folder.answers();
    }

    @Override
    public void onEvent(EngineEvent event) {
        handled.onEvent(event);
    }

    /** Who set the latch, when and why; empty if no copy is set. */
    public Optional<LatchFile.Entry> latched() {
        return latches.entry();
    }

    /** The engine's own time, UTC, nanoseconds: the largest event time seen. */
    public long engineTimeNs() {
        return handled.timeNs();
    }

    /**
     * Takes stock after the past was taken in.
     *
     * @param engineState trading state of the engine as the journal left it
     * @return false if the journal says killed and no reset waits: then the latch is set again and nothing may start
     */
    public synchronized boolean mayStart(TradingState engineState) {
        answers.readNew().forEach(answer -> seen.add(answer.nonce()));
        for (OperatorRequest request : requests.readNew()) {
            Long sequence = handled.past().get(request.nonce());
            if (seen.add(request.nonce()) && sequence == null) {
                waiting.put(request.nonce(), request);
            } else if (sequence != null) {
                answer(request.nonce(), Outcome.DONE, sequence, "journaled before the process ended");
            }
        }
        dropOvertaken();
        boolean killed = engineState.value() >= TradingState.KILL.value();
        boolean resetWaits = waiting.values().stream().anyMatch(request -> request.action() == OperatorAction.RESET);
        if (killed && !resetWaits) {
            latches.set(new LatchFile.Entry(Math.max(1, wallMs.getAsLong()), "journal", "killed, and not reset since"));
        }
        return !killed || resetWaits;
    }

    /**
     * Begins: publishes what waited.
     *
     * @param to the engine's way in
     * @param timeNs time for commands, UTC, nanoseconds
     */
    public synchronized void start(EventPublisher to, LongSupplier timeNs) {
        publisher = to;
        clockNs = timeNs;
        handled.goLive();
        waiting.values().forEach(this::carryOut);
        waiting.clear();
        poll();
    }

    /** Looks at latches, requests and what the engine has handled. Returns soon; to be called every few milliseconds. */
    public synchronized void poll() {
        if (!control.isSet() && latches.isFileSet()) {
            control.kill(latches.entry().map(LatchFile.Entry::sinceMs).orElse(1L));
        }
        try {
            for (OperatorRequest request : requests.readNew()) {
                if (seen.add(request.nonce())) {
                    carryOut(request);
                }
            }
        } finally {
            // requests that cannot be read, on a disk that fails, must not keep a kill from the engine
            tellKill();
        }
        for (Handled each = handled.poll(); each != null; each = handled.poll()) {
            if (published.remove(each.nonce())) {
                answer(each.nonce(), each.refused() ? Outcome.REFUSED : Outcome.DONE, each.sequence(), each.detail());
            }
        }
    }

    /** Whether the engine knows of the latch, if it is set; to be asked now and then, as {@link #poll} is called. */
    public synchronized boolean isKillTold() {
        poll();
        return killTold || !control.isSet();
    }

    /** Whether the engine is through with everything published so far. */
    public synchronized boolean isSettled() {
        poll();
        return published.isEmpty();
    }

    /** Ends: nothing is published afterwards. */
    public synchronized void stop() {
        poll();
        publisher = new ClosedPublisher();
    }

    /** Lines in the request file that are torn or altered; nothing was done about them. */
    public synchronized long damagedRequests() {
        return requests.damaged();
    }

    /** What was asked before a reset that waits is no longer meant: a kill above all. */
    private void dropOvertaken() {
        long resetMs = waiting.values().stream()
                .filter(request -> request.action() == OperatorAction.RESET)
                .mapToLong(OperatorRequest::timeMs)
                .max()
                .orElse(Long.MIN_VALUE);
        waiting.values().removeIf(request -> {
            boolean overtaken = request.action() != OperatorAction.RESET && request.timeMs() <= resetMs;
            if (overtaken) {
                answer(request.nonce(), Outcome.EXPIRED, 0, "overtaken by a reset");
            }
            return overtaken;
        });
    }

    private void carryOut(OperatorRequest request) {
        OptionalInt id = names.id(request.scope(), request.name());
        long age = Math.abs(wallMs.getAsLong() - request.timeMs());
        if (age > FRESH_MS && request.action() != OperatorAction.RESET) {
            answer(request.nonce(), Outcome.EXPIRED, 0, "asked " + age / 1_000 + " s ago; ask again");
        } else if (id.isEmpty()) {
            String known = request.name() + ", known: " + names.of(request.scope());
            answer(request.nonce(), Outcome.REFUSED, 0, "no such " + request.scope() + ": " + known);
        } else if (isOvertaken(request)) {
            answer(request.nonce(), Outcome.REFUSED, 0, "killed again since it was asked");
        } else {
            carryOut(request, id.getAsInt());
        }
    }

    private void carryOut(OperatorRequest request, int scopeId) {
        if (request.action() == OperatorAction.KILL && request.scope() == ScopeKind.ENGINE) {
            latches.set(new LatchFile.Entry(Math.max(1, request.timeMs()), request.actor(), request.reason()));
            killTold = true;
        }
        published.add(request.nonce());
        publish(request, scopeId);
    }

    /** A reset must not undo a kill that came after it. */
    private boolean isOvertaken(OperatorRequest request) {
        return request.action() == OperatorAction.RESET
                && latches.entry()
                        .filter(entry -> entry.sinceMs() > request.timeMs())
                        .isPresent();
    }

    /**
     * The latch may have been set by the engine itself, whose decisions say why, or by who has no way to ask, such as the guard: then the engine
     * must still cancel, and the journal say who it was.
     */
    private void tellKill() {
        if (!control.isSet()) {
            killTold = false;
            latchedLooks = 0;
        } else if (!killTold) {
            String trigger = handled.killedBy();
            Optional<LatchFile.Entry> story = latches.story();
            if (trigger != null) {
                killTold = true;
                latches.set(new LatchFile.Entry(control.killedAtMs(), "engine", trigger));
            } else if (story.isPresent() || ++latchedLooks >= LOOKS_FOR_STORY) {
                killTold = true;
                tellKill(story.orElseGet(() -> new LatchFile.Entry(control.killedAtMs(), "unknown", "not told")));
            }
        }
    }

    /** The request that goes with a latch may still be on its way; it is answered then, and not carried out again. */
    private void tellKill(LatchFile.Entry entry) {
        OperatorRequest request =
                OperatorRequest.ofEngine(OperatorAction.KILL, entry.actor(), entry.reason(), wallMs.getAsLong());
        if (entry.nonce() != 0) {
            request = request.withNonce(entry.nonce());
            seen.add(entry.nonce());
            published.add(entry.nonce());
        }
        publish(request, 0);
        latches.set(entry);
    }

    private void publish(OperatorRequest request, int scopeId) {
        EngineEvent event = publisher.claim();
        command.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .action(request.action())
                .scopeKind(request.scope())
                .scopeId(scopeId)
                .nonce(request.nonce())
                .actor(request.actor());
        long nowNs = clockNs.getAsLong();
        allow(request.leave(), nowNs);
        command.reason(request.reason());
        event.complete(command.limit(), nowNs);
        publisher.publish(event);
    }

    private void allow(OperatorRequest.@Nullable Leave leave, long nowNs) {
        if (leave == null) {
            command.instrumentId(OperatorCommandEncoder.instrumentIdNullValue())
                    .denyReason(DenyReason.NONE.code())
                    .untilNs(FixedPoint.NULL);
        } else {
            // a name nobody has is no instrument's id, and the engine refuses that
            command.instrumentId(names.id(ScopeKind.INSTRUMENT, leave.symbol()).orElse(-1))
                    .denyReason(leave.limit().code())
                    .untilNs(nowNs + leave.forMs() * NS_PER_MS);
        }
    }

    private void answer(long nonce, Outcome outcome, long sequence, String detail) {
        answers.append(new OperatorAnswer(nonce, wallMs.getAsLong(), outcome, sequence, detail));
    }

    /** Takes nothing: the engine is not running. Requests stay in their file for the next start. */
    private static final class ClosedPublisher implements EventPublisher {
        @Override
        public EngineEvent tryClaim() {
            return claim();
        }

        @Override
        public EngineEvent claim() {
            throw new IllegalStateException("the operators' desk is closed");
        }

        @Override
        public void publish(EngineEvent event) {
            claim();
        }
    }
}
