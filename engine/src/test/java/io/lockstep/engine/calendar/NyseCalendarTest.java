package io.lockstep.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.testing.AllocationMeter;
import io.lockstep.engine.testing.SharedData;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NyseCalendarTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final NyseCalendar calendar = new NyseCalendar();

    @Test
    void shouldEqualTheExchangesPublishedHolidaysAndEarlyCloses() {
        TreeMap<LocalDate, String> published = new TreeMap<>();
        for (String line : SharedData.lines("data/nyse-calendar.csv")) {
            if (!line.startsWith("#") && !line.startsWith("date")) {
                String[] columns = line.split(",");
                published.put(LocalDate.parse(columns[0]), columns[3]);
            }
        }

        TreeMap<LocalDate, String> computed = new TreeMap<>();
        LocalDate end = LocalDate.of(2029, 1, 1);
        LocalDate.of(2024, 1, 1).datesUntil(end).filter(this::isWeekday).forEach(date -> {
            TradingDay day = calendar.day(date);
            if (day == null) {
                computed.put(date, "holiday");
            } else if (day.isEarlyClose()) {
                computed.put(date, "early_close");
            }
        });

        assertThat(computed).isEqualTo(published);
    }

    @Test
    void shouldListExactlyTheDaysOnWhichStocksReallyTraded() {
        TreeSet<LocalDate> traded = SharedData.zippedLines("data/us-equities/lean/equity/usa/daily/spy.zip").stream()
                .map(line -> LocalDate.parse(line.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE))
                .filter(date -> date.getYear() >= NyseCalendar.FIRST_YEAR)
                .collect(Collectors.toCollection(TreeSet::new));

        List<LocalDate> computed = calendar.days().stream()
                .map(TradingDay::date)
                .filter(date -> !date.isAfter(traded.last()))
                .toList();

        assertThat(computed).hasSizeGreaterThan(4_000).containsExactlyElementsOf(traded);
    }

    @ParameterizedTest
    @CsvSource({
        "2004-12-24, Christmas on a Saturday is kept on the Friday",
        "2004-06-11, mourning for President Reagan",
        "2007-01-02, mourning for President Ford",
        "2009-07-03, Independence Day on a Saturday",
        "2012-10-29, Hurricane Sandy",
        "2012-10-30, Hurricane Sandy",
        "2018-12-05, mourning for President Bush",
        "2022-06-20, Juneteenth on a Sunday",
        "2023-01-02, New Year on a Sunday",
        "2025-01-09, mourning for President Carter",
        "2027-06-18, Juneteenth on a Saturday",
        "2034-04-07, Good Friday"
    })
    void shouldBeClosed(LocalDate date, String why) {
        assertThat(calendar.day(date)).as(why).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-31, New Year 2011 is a Saturday and not kept",
        "2021-12-31, New Year 2022 is a Saturday and not kept",
        "2021-06-18, Juneteenth was no holiday of the exchange yet",
        "2004-02-27, an ordinary Friday",
        "2024-02-29, leap day",
        "2028-02-29, leap day"
    })
    void shouldTradeAFullDay(LocalDate date, String why) {
        TradingDay day = calendar.day(date);

        assertThat(day).as(why).isNotNull();
        assertThat(day.isEarlyClose()).isFalse();
        assertThat(local(day.closeNs())).isEqualTo(LocalTime.of(16, 0));
    }

    @ParameterizedTest
    @CsvSource({"2006-07-03", "2012-07-03", "2013-07-03", "2012-11-23", "2020-12-24", "2033-11-25"})
    void shouldCloseEarly(LocalDate date) {
        TradingDay day = calendar.day(date);

        assertThat(day).isNotNull();
        assertThat(day.isEarlyClose()).isTrue();
        assertThat(local(day.closeNs())).isEqualTo(LocalTime.of(13, 0));
        assertThat(local(day.endNs())).isEqualTo(LocalTime.of(17, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2004, 4, 11",
        "2008, 3, 23",
        "2011, 4, 24",
        "2019, 4, 21",
        "2024, 3, 31",
        "2034, 4, 9",
        "1954, 4, 18",
        "2076, 4, 19"
    })
    void shouldFindEaster(int year, int month, int day) {
        assertThat(NyseHolidays.easter(year)).isEqualTo(LocalDate.of(year, month, day));
    }

    @Test
    void shouldKeepWallClockTimesAcrossEveryClockChange() {
        for (TradingDay day : calendar.days()) {
            assertThat(local(day.preMarketNs())).isEqualTo(LocalTime.of(4, 0));
            assertThat(local(day.openNs())).isEqualTo(LocalTime.of(9, 30));
            assertThat(local(day.overnightNs())).isEqualTo(LocalTime.of(20, 0));
            assertThat(day.sessionId())
                    .isEqualTo(Integer.parseInt(day.date().format(DateTimeFormatter.BASIC_ISO_DATE)));
            assertThat(isWeekday(day.date())).isTrue();
        }
    }

    @Test
    void shouldOpenAnHourEarlierInUtcAfterTheSpringChange() {
        TradingDay before = calendar.dayAt(ns("2025-03-07T15:00:00Z"));
        TradingDay after = calendar.dayAt(ns("2025-03-10T15:00:00Z"));

        assertThat(Instant.ofEpochSecond(0, before.openNs())).hasToString("2025-03-07T14:30:00Z");
        assertThat(Instant.ofEpochSecond(0, after.openNs())).hasToString("2025-03-10T13:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-03T07:59:59.999999999Z, OVERNIGHT, 20250703",
        "2025-07-03T08:00:00Z, PRE_MARKET, 20250703",
        "2025-07-03T13:29:59.999999999Z, PRE_MARKET, 20250703",
        "2025-07-03T13:30:00Z, CORE, 20250703",
        "2025-07-03T16:59:59.999999999Z, CORE, 20250703",
        "2025-07-03T17:00:00Z, POST_MARKET, 20250703",
        "2025-07-03T21:00:00Z, CLOSED, 20250707",
        "2025-07-04T15:00:00Z, CLOSED, 20250707",
        "2025-07-06T23:59:59.999999999Z, CLOSED, 20250707",
        "2025-07-07T00:00:00Z, OVERNIGHT, 20250707",
        "2025-07-07T23:59:59.999999999Z, POST_MARKET, 20250707",
        "2025-07-08T00:00:00Z, OVERNIGHT, 20250708"
    })
    void shouldNameSessionAndTradingDayOfAnInstant(Instant time, MarketSession session, int sessionId) {
        long timeNs = ns(time.toString());

        assertThat(calendar.sessionAt(timeNs)).isEqualTo(session);
        assertThat(calendar.sessionId(timeNs)).isEqualTo(sessionId);
    }

    @Test
    void shouldGiveTheSameDayInAnyOrderOfQuestions() {
        long seed = 20_260_101;
        Random random = new Random(seed);
        List<TradingDay> days = calendar.days();
        for (int i = 0; i < 100_000; i++) {
            TradingDay day = days.get(random.nextInt(days.size()));
            long timeNs = day.fromNs() + (long) (random.nextDouble() * (day.endNs() - 1 - day.fromNs()));

            assertThat(calendar.dayAt(timeNs))
                    .as("seed=%d timeNs=%d", seed, timeNs)
                    .isSameAs(day);
        }
    }

    @Test
    void shouldNotDependOnTheMachinesZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
            assertThat(new NyseCalendar().days()).isEqualTo(calendar.days());
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void shouldRefuseWhatItDoesNotKnow() {
        assertThatThrownBy(() -> calendar.dayAt(ns("2003-12-31T12:00:00Z")))
                .hasMessageContaining("outside the calendar");
        assertThatThrownBy(() -> calendar.dayAt(ns("2035-06-01T12:00:00Z")))
                .hasMessageContaining("outside the calendar");
        assertThatThrownBy(() -> calendar.day(LocalDate.of(2035, 1, 2))).hasMessageContaining("outside the calendar");
    }

    @Test
    void shouldNotAllocatePerQuestion() {
        long start = ns("2025-03-07T00:00:00Z");

        long allocated = AllocationMeter.bytes(1_000_000, i -> calendar.sessionId(start + i * 1_000_000_000L));

        assertThat(allocated).isZero();
    }

    private boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static LocalTime local(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).atZone(NEW_YORK).toLocalTime();
    }

    private static long ns(String time) {
        Instant instant = Instant.parse(time);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
