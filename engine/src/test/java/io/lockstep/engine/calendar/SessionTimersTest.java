package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.AllocationMeter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTimersTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final NyseCalendar calendar = new NyseCalendar();
    private final Recorder recorder = new Recorder();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldFireEveryTimerOfTwentyYearsExactlyOnce(long seed) {
        Random random = new Random(seed);
        long start = calendar.day(LocalDate.of(2010, 1, 4)).fromNs();
        long end = calendar.day(LocalDate.of(2029, 12, 31)).endNs();
        SessionTimers timers = new SessionTimers(calendar, start - 1);

        for (long now = start; now < end; now += 1 + (long) (random.nextDouble() * 110 * SECOND_NS)) {
            timers.advance(now, recorder);
        }
        timers.advance(end, recorder);

        assertThat(recorder.missed).as("seed=%d", seed).isEmpty();
        assertThat(recorder.due).as("seed=%d", seed).isEqualTo(expected(2010, 2029));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, '', ''",
        "0, FLATTEN, ''",
        "299, FLATTEN, ''",
        "300, CLOSE, FLATTEN",
        "3600, CLOSE, FLATTEN",
        "18300, '', FLATTEN CLOSE"
    })
    void shouldFireALateFlattenOnlyUntilTheClose(long secondsLate, String due, String missed) {
        long flatten =
                SessionTimer.FLATTEN.on(calendar.day(LocalDate.of(2026, 3, 10))).timeNs();
        SessionTimers restarted = new SessionTimers(calendar, flatten - 10 * SECOND_NS);

        restarted.advance(flatten + secondsLate * SECOND_NS, recorder);

        assertThat(String.join(" ", recorder.names(recorder.due))).isEqualTo(due);
        assertThat(String.join(" ", recorder.names(recorder.missed))).isEqualTo(missed);
    }

    @Test
    void shouldNotFireAgainWhatFiredBeforeTheRestart() {
        TradingDay day = calendar.day(LocalDate.of(2026, 3, 10));
        long flatten = SessionTimer.FLATTEN.on(day).timeNs();

        new SessionTimers(calendar, flatten).advance(flatten + SECOND_NS, recorder);

        assertThat(recorder.due).isEmpty();
        assertThat(recorder.missed).isEmpty();
    }

    @Test
    void shouldNotFireTwiceWhenTimeStepsBack() {
        TradingDay day = calendar.day(LocalDate.of(2026, 3, 10));
        SessionTimers timers = new SessionTimers(calendar, day.openNs() - 1);

        timers.advance(day.openNs(), recorder);
        timers.advance(day.openNs() - SECOND_NS, recorder);
        timers.advance(day.openNs() + SECOND_NS, recorder);

        assertThat(recorder.names(recorder.due)).containsExactly("OPEN");
    }

    @Test
    void shouldHaveNoTimerBehindTheLastDayOfTheCalendar() {
        TradingDay last = calendar.lastDay();
        SessionTimers timers = new SessionTimers(calendar, SessionTimer.FLATTEN.timeNs(last) - 1);

        timers.advance(last.closeNs() - 1, recorder);
        timers.advance(last.closeNs(), recorder);
        timers.advance(Long.MAX_VALUE, recorder);

        assertThat(recorder.names(recorder.due)).containsExactly("FLATTEN", "CLOSE");
        assertThat(recorder.missed).isEmpty();
        assertThat(timers.nextDueNs()).isEqualTo(Long.MAX_VALUE);
        assertThat(new SessionTimers(calendar, last.endNs() - 1).nextDueNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldNotAllocateWithinADay() {
        TradingDay day = calendar.day(LocalDate.of(2026, 3, 10));
        SessionTimers timers = new SessionTimers(calendar, day.closeNs());

        long allocated = AllocationMeter.bytes(100_000, i -> timers.advance(day.closeNs() + i, recorder));

        assertThat(allocated).isZero();
    }

    private List<Long> expected(int firstYear, int lastYear) {
        SessionSchedule schedule = SessionSchedule.of(calendar);
        return calendar.days().stream()
                .filter(day -> day.date().getYear() >= firstYear && day.date().getYear() <= lastYear)
                .flatMap(day -> schedule.timers(day).stream())
                .map(ScheduledTimer::id)
                .toList();
    }

    private static final class Recorder implements SessionTimers.Handler {
        final List<Long> due = new ArrayList<>();
        final List<Long> missed = new ArrayList<>();

        @Override
        public void onDue(ScheduledTimer timer) {
            due.add(timer.id());
        }

        @Override
        public void onMissed(ScheduledTimer timer) {
            missed.add(timer.id());
        }

        List<String> names(List<Long> ids) {
            return ids.stream().map(id -> name(id % 100)).toList();
        }

        private static String name(long code) {
            for (SessionTimer timer : SessionTimer.values()) {
                if (timer.code() == code) {
                    return timer.name();
                }
            }
            throw new IllegalArgumentException("no timer: code=" + code);
        }
    }
}
