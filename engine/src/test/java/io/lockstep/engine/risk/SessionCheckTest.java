package io.lockstep.engine.risk;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.book.InstrumentView;
import io.lockstep.engine.book.Market;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.engine.testkit.TestInstruments;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionCheckTest {
    private static final Instrument SHARE = TestInstruments.listedShare(0);

    private final CommandDraft commands = new CommandDraft();
    private final Candidate candidate = new Candidate(new LimitOverride());
    private final InstrumentView view = Market.ofBestPrices().view(0);
    private final SessionCheck holding = check(false);
    private final SessionCheck flattening = check(true);

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        // an ordinary day in winter, both sides of each edge
        "2026-03-05T03:59:59, DAY, false, SESSION_CLOSED, 3, 1",
        "2026-03-05T09:27:59, OPG, false, NONE, 0, 0",
        "2026-03-05T09:28:00, OPG, false, OPG_CUTOFF, 120000, 120000",
        "2026-03-05T09:29:00, OPG, false, OPG_CUTOFF, 120000, 60000",
        "2026-03-05T09:29:59, DAY, false, SESSION_CLOSED, 3, 2",
        "2026-03-05T09:30:00, DAY, false, NONE, 0, 0",
        "2026-03-05T15:49:59, DAY, false, NONE, 0, 0",
        "2026-03-05T15:50:00, DAY, false, ENTRY_CUTOFF, 600000, 600000",
        "2026-03-05T15:59:00, DAY, false, ENTRY_CUTOFF, 600000, 60000",
        "2026-03-05T15:49:59, CLS, false, NONE, 0, 0",
        "2026-03-05T15:50:00, CLS, false, CLS_CUTOFF, 600000, 600000",
        "2026-03-05T16:00:00, DAY, false, SESSION_CLOSED, 3, 4",
        "2026-03-05T16:00:00, OPG, false, OPG_CUTOFF, 120000, -23400000",
        // the evening belongs to the next day
        "2026-03-05T20:00:00, OPG, false, NONE, 0, 0",
        "2026-03-05T20:00:00, CLS, false, NONE, 0, 0",
        "2026-03-05T20:00:00, DAY, false, SESSION_CLOSED, 3, 1",
        // orders that say they may trade outside of the core session
        "2026-03-05T08:00:00, DAY, true, NONE, 0, 0",
        "2026-03-05T15:55:00, DAY, true, ENTRY_CUTOFF, 600000, 300000",
        "2026-03-05T17:00:00, DAY, true, NONE, 0, 0",
        // half a day, a holiday, a Saturday
        "2026-11-27T12:49:59, DAY, false, NONE, 0, 0",
        "2026-11-27T12:50:00, DAY, false, ENTRY_CUTOFF, 600000, 600000",
        "2026-11-27T12:50:00, CLS, false, CLS_CUTOFF, 600000, 600000",
        "2026-11-27T15:00:00, DAY, false, SESSION_CLOSED, 3, 4",
        "2026-11-26T11:00:00, DAY, false, SESSION_CLOSED, 3, 0",
        "2026-03-07T11:00:00, DAY, true, SESSION_CLOSED, 3, 0",
        // the days after the clocks changed
        "2026-03-09T09:30:00, DAY, false, NONE, 0, 0",
        "2026-03-09T15:50:00, CLS, false, CLS_CUTOFF, 600000, 600000",
        "2026-11-02T09:29:59, DAY, false, SESSION_CLOSED, 3, 2",
        "2026-11-02T09:28:00, OPG, false, OPG_CUTOFF, 120000, 120000",
    })
    void shouldHoldAnEntryAgainstTheExchangesDay(
            LocalDateTime newYork,
            TimeInForce timeInForce,
            boolean extended,
            DenyReason reason,
            long limit,
            long actual) {
        DenyReason found = check(holding, nanoseconds(newYork), timeInForce, extended, false);

        assertThat(found).isEqualTo(reason);
        assertThat(candidate.verdict().limitValue()).isEqualTo(limit);
        assertThat(candidate.verdict().actualValue()).isEqualTo(actual);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05T03:00:00, DAY, NONE",
        "2026-03-05T15:55:00, DAY, NONE",
        "2026-03-05T16:30:00, DAY, NONE",
        "2026-03-05T15:49:59, CLS, NONE",
        "2026-03-05T15:50:00, CLS, CLS_CUTOFF",
        "2026-03-05T09:28:00, OPG, OPG_CUTOFF"
    })
    void shouldLetAnExitLeaveButForTheAuctions(LocalDateTime newYork, TimeInForce timeInForce, DenyReason reason) {
        assertThat(check(flattening, nanoseconds(newYork), timeInForce, false, true))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05T15:00:00, CLS, false, 0", "2026-03-05T17:00:00, DAY, true, -3600000"})
    void shouldDenyEntriesThatWouldTradeAfterThePositionsAreClosed(
            LocalDateTime newYork, TimeInForce timeInForce, boolean extended, long actual) {
        DenyReason found = check(flattening, nanoseconds(newYork), timeInForce, extended, false);

        assertThat(found).isEqualTo(DenyReason.ENTRY_CUTOFF);
        assertThat(candidate.verdict().actualValue()).isEqualTo(actual);
    }

    @Test
    void shouldFindTheEdgesOfTwentyYears() {
        for (LocalDate date = LocalDate.of(2010, 1, 1); date.getYear() < 2030; date = date.plusDays(1)) {
            TradingDay day = NyseCalendar.shared().day(date);
            LocalTime close = day == null || !day.isEarlyClose() ? LocalTime.of(16, 0) : LocalTime.of(13, 0);
            DenyReason open = day == null ? DenyReason.SESSION_CLOSED : DenyReason.NONE;
            DenyReason late = day == null ? DenyReason.SESSION_CLOSED : DenyReason.ENTRY_CUTOFF;

            assertEntry(date, LocalTime.of(9, 30).minusNanos(1), DenyReason.SESSION_CLOSED);
            assertEntry(date, LocalTime.of(9, 30), open);
            assertEntry(date, close.minusMinutes(10).minusNanos(1), open);
            assertEntry(date, close.minusMinutes(10), late);
            assertEntry(date, close.minusNanos(1), late);
            assertEntry(date, close, DenyReason.SESSION_CLOSED);
        }
    }

    @Test
    void shouldDenyAllButExitsWhereTheCalendarEnds() {
        long behind = NyseCalendar.shared().lastDay().endNs();

        assertThat(check(holding, behind - 1, TimeInForce.DAY, true, false)).isEqualTo(DenyReason.NONE);
        assertThat(check(holding, behind, TimeInForce.DAY, true, false)).isEqualTo(DenyReason.SESSION_UNKNOWN);
        assertThat(check(holding, behind, TimeInForce.CLS, false, true)).isEqualTo(DenyReason.SESSION_UNKNOWN);
        assertThat(check(holding, 0, TimeInForce.OPG, false, true)).isEqualTo(DenyReason.SESSION_UNKNOWN);
        assertThat(check(flattening, behind, TimeInForce.DAY, false, true)).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldLeaveWhatNeverClosesAlone() {
        long night = nanoseconds(LocalDateTime.of(2026, 3, 7, 3, 0));

        start(TestInstruments.share(0), night, TimeInForce.DAY, false, false);
        assertThat(holding.check(candidate)).isEqualTo(DenyReason.NONE);
        start(TestInstruments.bitcoin(0).as(0, Venue.ALPACA), night, TimeInForce.GTC, false, false);
        assertThat(holding.check(candidate)).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldNotAllocate() {
        long noon = nanoseconds(LocalDateTime.of(2026, 3, 5, 12, 0));
        start(SHARE, noon, TimeInForce.DAY, false, false);

        long bytes = AllocationMeter.bytes(100_000, i -> flattening.check(candidate));

        assertThat(bytes).isZero();
    }

    private void assertEntry(LocalDate date, LocalTime time, DenyReason expected) {
        LocalDateTime newYork = date.atTime(time);

        DenyReason found = check(holding, nanoseconds(newYork), TimeInForce.DAY, false, false);

        assertThat(found).as("%s New York", newYork).isEqualTo(expected);
    }

    private DenyReason check(
            SessionCheck check, long timeNs, TimeInForce timeInForce, boolean extended, boolean reduces) {
        start(SHARE, timeNs, timeInForce, extended, reduces);
        return check.check(candidate);
    }

    private void start(Instrument instrument, long timeNs, TimeInForce timeInForce, boolean extended, boolean reduces) {
        candidate.verdict().clear();
        var command = commands.order(
                256,
                Side.BUY,
                e8("1"),
                e8("100"),
                each -> each.timeInForce(timeInForce).flags().extendedHours(extended));
        candidate.start(command, instrument, null, view, timeNs);
        candidate.reduces(reduces);
    }

    private static long nanoseconds(LocalDateTime newYork) {
        var second = newYork.atZone(NyseCalendar.NEW_YORK);
        return second.toEpochSecond() * 1_000_000_000L + second.getNano();
    }

    private static SessionCheck check(boolean flatten) {
        return new SessionCheck(new EndOfDaySettings(List.of(Venue.ALPACA), flatten, true, false, 2_000, 60_000));
    }
}
