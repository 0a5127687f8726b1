package io.lockstep.launcher.wire;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.OrderCommandDecoder;

/** A way to a venue, ready for orders of account 0 in instrument 0. Test thread. */
interface OrderSite extends AutoCloseable {
    /** What is traded. */
    Instrument instrument();

    /** What the venue has said. */
    ReportLog log();

    /** Sends a command. */
    void send(OrderCommandDecoder command);

    /** Lets a moment pass. */
    void pass();

    /** Whether the way can ask for an order: the venue inside the process loses no answer, so that nobody ever asks it. */
    boolean answersQueries();

    @Override
    void close();
}
