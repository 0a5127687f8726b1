package io.lockstep.launcher.tape;

import java.io.IOException;

/** Records in the order of their time, a line's worth at a time. */
interface RecordSource extends AutoCloseable {
    /** Moves to the next records; false at the end. */
    boolean advance() throws IOException;

    /** The records, at least one; valid until {@link #advance()}. */
    RecordList records();

    @Override
    void close() throws IOException;
}
