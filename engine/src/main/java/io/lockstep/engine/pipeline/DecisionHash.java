package io.lockstep.engine.pipeline;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.event.StateHash;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/** Rolling hash over the messages of all decisions: two runs that decided the same have the same value. Allocates nothing. */
final class DecisionHash {
    private final CRC32C crc = new CRC32C();
    private final StateHash hash = new StateHash();
    private long count;

    void add(DirectBuffer buffer, int offset) {
        int length = RecordLayout.length(buffer, offset);
        crc.reset();
        crc.update(
                buffer.byteArray(),
                buffer.wrapAdjustment() + offset + RecordLayout.MESSAGE_OFFSET,
                length - RecordLayout.MESSAGE_OFFSET);
        hash.add(crc.getValue() << 16 ^ length);
        hash.add(RecordLayout.timeNs(buffer, offset));
        count++;
    }

    /** Goes on from what an earlier epoch had come to. */
    void continueFrom(long decisions, long value) {
        count = decisions;
        hash.reset(value);
    }

    long value() {
        return hash.value();
    }

    long count() {
        return count;
    }
}
