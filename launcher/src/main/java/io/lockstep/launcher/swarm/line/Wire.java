package io.lockstep.launcher.swarm.line;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.Venue;
import java.util.List;

/** Both ends of the wire between process and venue: who words what the venue says, and who reads it. One thread. */
public final class Wire {
    private final BinanceWords words;
    private final BinanceDesk desk;

    /**
     * A wire to a venue.
     *
     * @param inbox takes what is read
     */
    public Wire(Venue venue, List<Instrument> instruments, Inbox inbox) {
        words = new BinanceWords(venue == Venue.BINANCE_SPOT, instruments);
        desk = new BinanceDesk(venue, instruments, record -> inbox.deliver(inbox.generation(), record));
    }

    /** The venue's end. */
    BinanceWords words() {
        return words;
    }

    /** The process's end. */
    BinanceDesk desk() {
        return desk;
    }
}
