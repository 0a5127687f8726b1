package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.SharedData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionScheduleTest {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final Set<SessionTimer> IN_GOLDEN = EnumSet.of(
            SessionTimer.OPG_CUTOFF,
            SessionTimer.OPEN,
            SessionTimer.CLS_QUEUE,
            SessionTimer.CLS_CUTOFF,
            SessionTimer.FLATTEN,
            SessionTimer.CLOSE);

    private final NyseCalendar calendar = new NyseCalendar();
    private final SessionSchedule schedule = SessionSchedule.of(calendar);

    @Test
    void shouldEqualTheGoldenSchedule() {
        List<String> golden = SharedData.lines("golden/calendar.csv");
        List<LocalDate> dates = golden.stream()
                .skip(1)
                .map(line -> LocalDate.parse(line.substring(0, 10)))
                .distinct()
                .toList();

        List<String> computed = new ArrayList<>(List.of(golden.get(0)));
        for (LocalDate date : dates) {
            schedule.timers(calendar.day(date)).stream()
                    .filter(timer -> IN_GOLDEN.contains(timer.timer()))
                    .forEach(timer -> computed.add(row(date, timer)));
        }

        assertThat(computed).isEqualTo(golden);
    }

    @Test
    void shouldMoveTheWholeEndOfDayWithAnEarlyClose() {
        List<String> times = schedule.timers(calendar.day(LocalDate.of(2025, 11, 28))).stream()
                .map(timer ->
                        timer.timer() + " " + at(timer, "America/New_York").format(MINUTES))
                .toList();

        assertThat(times)
                .containsExactly(
                        "OPEN_CLEANUP 09:25",
                        "OPG_CUTOFF 09:28",
                        "OPEN 09:30",
                        "OPEN_CLEANUP_END 09:35",
                        "CLS_QUEUE 12:48",
                        "CLS_CUTOFF 12:50",
                        "ENTRY_CUTOFF 12:50",
                        "FLATTEN 12:55",
                        "CLOSE 13:00");
    }

    @Test
    void shouldHaveOnlyADayBoundaryWhereTheVenueNeverCloses() {
        ContinuousCalendar continuous = new ContinuousCalendar();
        TradingDay day = continuous.day(LocalDate.of(2026, 3, 8));

        List<ScheduledTimer> timers = SessionSchedule.of(continuous).timers(day);

        assertThat(timers)
                .containsExactly(new ScheduledTimer(SessionTimer.DAY_BOUNDARY, 20260308, day.fromNs(), day.endNs()));
    }

    @Test
    void shouldNameEachTimerOnce() {
        assertThat(calendar.days().stream()
                        .flatMap(day -> schedule.timers(day).stream())
                        .map(ScheduledTimer::id))
                .doesNotHaveDuplicates()
                .contains(2025070309L);
    }

    private static String row(LocalDate date, ScheduledTimer timer) {
        return String.join(
                ",",
                date.toString(),
                timer.timer().toString(),
                at(timer, "America/New_York").format(MINUTES),
                Instant.ofEpochSecond(0, timer.timeNs()).toString(),
                at(timer, "Asia/Seoul").format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private static ZonedDateTime at(ScheduledTimer timer, String zone) {
        return Instant.ofEpochSecond(0, timer.timeNs()).atZone(ZoneId.of(zone));
    }
}
