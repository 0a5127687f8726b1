package io.lockstep.engine.replay;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.pipeline.Pipeline;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;

/** Takes a recorded past into a pipeline: decided again and held against the recording, or as it was recorded. */
public final class PastRun {
    private final Pipeline pipeline;
    private final PastInputs inputs;
    private final PastDecisions decisions;

    /**
     * A past for a pipeline that has handled nothing yet.
     *
     * @param inputs what the pipeline appends inputs to
     * @param decisions what it appends decisions to
     */
    public PastRun(Pipeline pipeline, PastInputs inputs, PastDecisions decisions) {
        this.pipeline = pipeline;
        this.inputs = inputs;
        this.decisions = decisions;
    }

    /**
     * Runs the recorded inputs and compares every decision.
     *
     * @param underWay most inputs that can be recorded before their decisions are: 1 where one thread does both
     * @throws Divergence if a decision differs, or is missing other than at the end of a run that was cut short
     * @throws HandlerFailure if a handler throws
     */
    public void prove(RecordSource recordedInputs, RecordSource recordedDecisions, int underWay) {
        inputs.startAt(recordedInputs.start());
        decisions.compareWith(recordedDecisions);
        pipeline.journal().resume();
        pipeline.routing().resume();
        EngineEvent event = new EngineEvent();
        int last = 0;
        while (recordedInputs.next(event)) {
            last = event.templateId();
            // a start records what is missing before it begins
            boolean start = last == EngineStartDecoder.TEMPLATE_ID;
            decisions.requireNoneMissingUpTo(event.sequence() - (start ? 1 : underWay));
            handle(event);
        }
        if (last == EngineStopDecoder.TEMPLATE_ID && recordedInputs.isClosed()) {
            decisions.requireNoneMissingUpTo(inputs.lastSequence());
        }
        decisions.requireNoneLeft();
    }

    private void handle(EngineEvent event) {
        try {
            pipeline.onEvent(event);
        } catch (Divergence different) {
            throw different;
        } catch (RuntimeException failure) {
            throw new HandlerFailure(event.sequence(), event.templateId(), failure);
        }
    }

    /**
     * Takes inputs and decisions as they were recorded: reports are booked, commands stand as sent, nothing is decided. Records that a repair
     * gave up are not missed; decisions whose inputs are lost count.
     */
    public void adopt(RecordSource recordedInputs, RecordSource recordedDecisions) {
        EngineEvent input = new EngineEvent();
        EngineEvent decision = new EngineEvent();
        boolean more = recordedDecisions.next(decision);
        while (recordedInputs.next(input)) {
            pipeline.takePast(input);
            while (more && PastDecisions.cause(decision.buffer(), 0) <= input.sequence()) {
                pipeline.takeDecision(decision);
                more = recordedDecisions.next(decision);
            }
        }
        while (more) {
            pipeline.takeDecision(decision);
            more = recordedDecisions.next(decision);
        }
    }
}
