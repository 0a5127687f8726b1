package io.lockstep.launcher.operator;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The operator's side of the channel: asks, and waits for the engine's answer. One thread. */
public final class Requests {
    private static final long POLL_MS = 10;

    private final LineFile<OperatorRequest> requests;
    private final LineFile<OperatorAnswer> answers;
    private final WaitClock clock;

    /** The channel beside a journal. */
    public Requests(ControlFolder folder, WaitClock clock) {
        folder.create();
        requests = folder.requests();
        answers = folder.answers();
        this.clock = clock;
    }

    /** Asks; the request is on the device when this returns. */
    public void ask(OperatorRequest request) {
        requests.append(request);
    }

    /**
     * Waits for the answer to a request.
     *
     * @param patienceMs how long, ms
     * @return empty if none came in time
     */
    public Optional<OperatorAnswer> await(OperatorRequest request, long patienceMs) {
        return await(request, patienceMs, () -> false);
    }

    /**
     * Waits for the answer to a request, as long as there is somebody to give it.
     *
     * @param patienceMs how long, ms
     * @param giveUp asked between looks
     * @return empty if none came
     */
    public Optional<OperatorAnswer> await(OperatorRequest request, long patienceMs, BooleanSupplier giveUp) {
        long end = clock.nowMs() + patienceMs;
        while (true) {
            for (OperatorAnswer answer : answers.readNew()) {
                if (answer.nonce() == request.nonce()) {
                    return Optional.of(answer);
                }
            }
            long left = end - clock.nowMs();
            if (left <= 0 || giveUp.getAsBoolean()) {
                return Optional.empty();
            }
            clock.await(Math.min(POLL_MS, left));
        }
    }
}
