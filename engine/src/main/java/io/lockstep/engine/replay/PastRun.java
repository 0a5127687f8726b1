package io.lockstep.engine.replay;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.pipeline.Pipeline;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;

/** Takes a recorded past into a pipeline: it is decided again and held against the recording. */
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
        begin(recordedInputs, recordedDecisions);
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

    /**
     * Runs the inputs that a repair left and compares the decisions that it left. Decisions of inputs that are lost, and lost decisions, are not
     * missed.
     *
     * @throws Divergence if a decision differs
     * @throws HandlerFailure if a handler throws
     */
    public void salvage(RecordSource recordedInputs, RecordSource recordedDecisions) {
        begin(recordedInputs, recordedDecisions);
        EngineEvent event = new EngineEvent();
        while (recordedInputs.next(event)) {
            handle(event);
        }
    }

    private void begin(RecordSource recordedInputs, RecordSource recordedDecisions) {
        inputs.startAt(recordedInputs.start());
        decisions.compareWith(recordedDecisions);
        pipeline.journal().resume();
        pipeline.routing().resume();
    }

    private void handle(EngineEvent event) {
        try {
            pipeline.onEvent(event);
        } catch (Divergence different) {
            throw different;
        } catch (RuntimeException failure) {
            // whatever a handler throws, the input that made it do so is to be named
            throw new HandlerFailure(event.sequence(), event.templateId(), failure);
        }
    }
}
