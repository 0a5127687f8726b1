package io.lockstep.launcher.loopback.feed;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.tape.inspect.TapeContents;
import io.lockstep.launcher.tape.inspect.TapeInspector;
import java.util.EnumSet;
import java.util.Set;

/** Looks at what reaches the ring: counts it, rebuilds the books, notes which venues are up. Written by the engine thread. */
final class FeedWatcher implements EngineListener {
    private final TapeInspector inspector = new TapeInspector(true);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ConnectionStatusDecoder status = new ConnectionStatusDecoder();
    private final Set<Venue> up = EnumSet.noneOf(Venue.class);
    private volatile int venuesUp;

    @Override
    public void onEvent(EngineEvent event) {
        inspector.see(event.buffer(), 0);
        if (event.templateId() == ConnectionStatusDecoder.TEMPLATE_ID) {
            status.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
            if (status.stream() == StreamKind.MARKET_DATA && status.state() == ConnectionState.UP) {
                up.add(status.venue());
                venuesUp = up.size();
            }
        }
    }

    /** Venues whose market data has been up; any thread. */
    int venuesUp() {
        return venuesUp;
    }

    /** What reached the ring; once the engine has ended. */
    TapeContents contents() {
        return inspector.finish();
    }
}
