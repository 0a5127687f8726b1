package io.lockstep.launcher.session.recovery;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.LogPoint;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;

/** Notes the number of the last start among inputs that are being read anyway. */
final class StartCount {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final EngineStartDecoder start = new EngineStartDecoder();
    private int last;

    /** The same inputs, looked at. */
    RecordSource of(RecordSource inputs) {
        return new RecordSource() {
            @Override
            public boolean next(EngineEvent into) {
                boolean found = inputs.next(into);
                if (found && into.templateId() == EngineStartDecoder.TEMPLATE_ID) {
                    last = start.wrapAndApplyHeader(into.buffer(), MESSAGE_OFFSET, header)
                            .start();
                }
                return found;
            }

            @Override
            public LogPoint start() {
                return inputs.start();
            }

            @Override
            public boolean isClosed() {
                return inputs.isClosed();
            }
        };
    }

    /** Number of the last start, 0 if there was none. */
    int last() {
        return last;
    }
}
