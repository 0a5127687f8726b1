package io.lockstep.engine.pipeline;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.CheckpointEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;

/** Writes the proof of state after every n-th input. */
final class CheckpointWriter {
    private final RecordBuffer records = new RecordBuffer(RecordLayout.MAX_LENGTH);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final CheckpointEncoder checkpoint = new CheckpointEncoder();

    void write(EngineEvent event, DecisionHash decisions) {
        records.clear();
        checkpoint
                .wrapAndApplyHeader(records.buffer(), MESSAGE_OFFSET, header)
                .causeSequence(event.sequence())
                .decisions(decisions.count())
                .decisionHash(decisions.value())
                .stateHash(event.stateHash().value());
        records.commit(checkpoint.limit(), event.timeNs());
    }

    RecordBuffer records() {
        return records;
    }
}
