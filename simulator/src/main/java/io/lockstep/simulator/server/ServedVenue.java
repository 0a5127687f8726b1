package io.lockstep.simulator.server;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.simulator.market.SyntheticMarket;
import io.lockstep.simulator.scenario.FaultInjector;
import io.lockstep.simulator.tape.TapePlayer;
import io.lockstep.simulator.tape.TapePlayer.Outlet;
import io.lockstep.simulator.venue.LedgerKeeper;
import io.lockstep.simulator.venue.Listing;
import io.lockstep.simulator.venue.VenueFace;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.wire.ServerPort;
import io.lockstep.simulator.wire.WireLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One venue behind its port, with its market: a tape's as long as there is one, else a made-up one. Event loop only. */
final class ServedVenue {
    private final VenueFace face;
    private final int wantedPort;
    private final FaultInjector faults;
    private final SyntheticMarket synthetic;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable ServerPort port;
    private boolean tapeIsOver;

    ServedVenue(VenueFace face, int wantedPort, FaultInjector faults, SyntheticMarket synthetic) {
        this.face = face;
        this.wantedPort = wantedPort;
        this.faults = faults;
        this.synthetic = synthetic;
    }

    /** One instrument and where its market comes from. */
    private record Line(Listing listing, Outlet outlet, long seed) {}

    String name() {
        return face.name();
    }

    FaultInjector faults() {
        return faults;
    }

    /** Offers every instrument to the tapes. */
    void offer(TapePlayer tapes, long seed) {
        for (Listing listing : face.listings()) {
            Instrument instrument = listing.instrument();
            lines.add(new Line(listing, tapes.offer(instrument, face.market()), seed + instrument.id()));
        }
    }

    /** Makes up the markets of what no tape has. */
    void begin() {
        for (Line line : lines) {
            if (!line.outlet().isPlayed()) {
                invent(line, line.listing().startPrice());
            }
        }
    }

    /** @param inventsNow whether the tapes have ended and the market goes on without them */
    void tick(long nowNs, boolean inventsNow) {
        if (inventsNow && !tapeIsOver) {
            tapeIsOver = true;
            takeOver();
        }
        synthetic.advanceTo(nowNs, face.market());
        face.tick();
        ServerPort open = port;
        if (open != null) {
            faults.tick(open);
        }
    }

    /** The venue's truth about its first account; null where none can be looked at. */
    @Nullable
    VenueLedger ledger() {
        return face instanceof LedgerKeeper keeper ? keeper.ledger() : null;
    }

    /** Messages sent on public market streams, by stream. */
    Map<String, Long> sent() {
        return face.sent();
    }

    /** Opens the port; not from the loop. */
    void open(WireLoop loop) {
        port = loop.open(wantedPort, faults.face());
    }

    int port() {
        ServerPort open = port;
        return open == null ? 0 : open.port();
    }

    /** The tape has ended: the market goes on from its last price. */
    private void takeOver() {
        for (Line line : lines) {
            if (line.outlet().isPlayed()) {
                face.market().onRecorded(line.listing().instrument().id(), false);
                long last = line.outlet().lastPrice();
                invent(line, last == 0 ? line.listing().startPrice() : last);
            }
        }
    }

    private void invent(Line line, long price) {
        synthetic.add(line.listing().instrument(), price, line.seed());
    }
}
