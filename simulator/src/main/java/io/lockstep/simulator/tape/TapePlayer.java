package io.lockstep.simulator.tape;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.market.MarketSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays tapes, merged by time, into the markets of venues: the first event happens when the playing begins, each later one so much
 * after it as recorded, divided by the speed. An instrument is played at the venue it was recorded at; one recorded at no real venue
 * wherever its symbol is traded. Driven by explicit time; one thread.
 */
public final class TapePlayer {
    private static final int MOST_AT_ONCE = 500;

    private final List<RecordSource> sources;
    private final double speed;
    private final List<Outlet> outlets = new ArrayList<>();
    private final List<TapeReel> reels = new ArrayList<>();
    private long recordedStartNs;
    private long playedStartNs;
    private boolean begun;

    /**
     * A player that has not begun.
     *
     * @param speed recorded seconds that pass in one, positive
     */
    public TapePlayer(List<? extends RecordSource> sources, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("must be positive: speed=" + speed);
        }
        this.sources = List.copyOf(sources);
        this.speed = speed;
    }

    /** Where one instrument of a venue is played. */
    public static final class Outlet {
        private final Instrument instrument;
        private final TapeTrack track;
        private boolean played;

        private Outlet(Instrument instrument, MarketSink sink) {
            this.instrument = instrument;
            this.track = new TapeTrack(instrument, sink);
        }

        /** Whether a tape has the instrument. */
        public boolean isPlayed() {
            return played;
        }

        /** Latest price played, quote currency, E8; 0 before the first. */
        public long lastPrice() {
            return track.lastPrice();
        }
    }

    /** Offers an instrument of a venue to the tapes; before {@link #begin}. */
    public Outlet offer(Instrument instrument, MarketSink sink) {
        Outlet outlet = new Outlet(instrument, sink);
        outlets.add(outlet);
        return outlet;
    }

    /** Reads up to the first event of each tape, which happens now. */
    public void begin(long nowNs) {
        load();
        TapeReel first = earliest();
        recordedStartNs = first == null ? 0 : first.timeNs();
        playedStartNs = nowNs;
        begun = true;
    }

    /** Reads up to the first event of each tape, so that it is known which instruments are played. Done once. */
    public void load() {
        if (reels.isEmpty()) {
            sources.forEach(source -> reels.add(new TapeReel(source, this::tracks)));
        }
    }

    /**
     * Plays everything up to and including a time; nothing before {@link #begin}. Where that is more than can be played at once it stops, and
     * the next call goes on: clients are served in between, and the tape falls behind its speed until it has caught up.
     */
    public void advanceTo(long timeNs) {
        TapeReel next = begun ? earliest() : null;
        for (int played = 0; played < MOST_AT_ONCE && next != null && playedAt(next.timeNs()) <= timeNs; played++) {
            next.play(playedAt(next.timeNs()));
            next = earliest();
        }
    }

    /** Whether every tape has been played to its end. */
    public boolean isOver() {
        return begun && earliest() == null;
    }

    /** Market data of instruments that no venue trades, and of types no venue here shows. */
    public long skipped() {
        return reels.stream().mapToLong(TapeReel::skipped).sum();
    }

    private long playedAt(long recordedNs) {
        return playedStartNs + (long) ((recordedNs - recordedStartNs) / speed);
    }

    private @Nullable TapeReel earliest() {
        TapeReel earliest = null;
        for (TapeReel reel : reels) {
            if (reel.hasEvent() && (earliest == null || reel.timeNs() < earliest.timeNs())) {
                earliest = reel;
            }
        }
        return earliest;
    }

    private List<TapeTrack> tracks(Instrument recorded) {
        List<TapeTrack> tracks = new ArrayList<>();
        for (Outlet outlet : outlets) {
            boolean sameVenue = recorded.venue() == Venue.SIMULATED || recorded.venue() == outlet.instrument.venue();
            if (sameVenue && outlet.instrument.symbol().equals(recorded.symbol())) {
                outlet.played = true;
                outlet.track.play();
                tracks.add(outlet.track);
            }
        }
        return tracks;
    }
}
