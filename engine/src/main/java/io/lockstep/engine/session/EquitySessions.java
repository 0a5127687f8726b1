package io.lockstep.engine.session;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which instruments follow the hours of the US stock exchanges, and the trading day of a moment. Stateless to the caller; allocates nothing. */
public final class EquitySessions {
    private final NyseCalendar calendar = NyseCalendar.shared();
    private final Set<Venue> venues;

    /** @param venues venues whose shares follow those hours; their other instruments do not */
    public EquitySessions(Collection<Venue> venues) {
        this.venues = venues.isEmpty() ? EnumSet.noneOf(Venue.class) : EnumSet.copyOf(venues);
    }

    /** Whether an instrument follows the exchange's hours. */
    public boolean governs(Instrument instrument) {
        return instrument.assetClass() == AssetClass.EQUITY && venues.contains(instrument.venue());
    }

    /**
     * The trading day a moment belongs to, the next one while the exchange is closed.
     *
     * @param timeNs event time, UTC, nanoseconds
     * @return null where the calendar does not reach
     */
    public @Nullable TradingDay dayAt(long timeNs) {
        return calendar.covers(timeNs) ? calendar.dayAt(timeNs) : null;
    }

    /** The exchange's calendar. */
    public NyseCalendar calendar() {
        return calendar;
    }
}
