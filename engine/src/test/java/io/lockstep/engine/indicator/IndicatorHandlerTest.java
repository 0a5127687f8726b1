package io.lockstep.engine.indicator;

import static io.lockstep.engine.testkit.Events.START_NS;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.book.OrderBook;
import io.lockstep.engine.indicator.BarRecorder.Closed;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorHandlerTest {
    private static final long ONE = FixedPoint.ONE;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;

    private final Instrument spot = TestInstruments.bitcoin(0);
    private final Instrument share = TestInstruments.share(0);
    private final BarRecorder recorder = new BarRecorder(250_000_000);

    @Test
    void shouldCloseABarWithTheFirstTradeOfTheNext() {
        Events events = minuteBars(spot);

        trade(events, 1, "100");
        trade(events, 20, "103");
        trade(events, 40, "99");
        trade(events, 59, "101");
        assertThat(recorder.take()).isEmpty();
        trade(events, 60, "102");

        assertThat(recorder.take()).containsExactly(bar(0, "100", "103", "99", "101", "4", 4));
    }

    @Test
    void shouldCloseABarByTimeAfterTheDelay() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");

        events.at(START_NS + MINUTE + 249_000_000).timer();
        assertThat(recorder.take()).isEmpty();
        events.at(START_NS + MINUTE + 250_000_000).timer();

        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "100", "100", "1", 1));
    }

    @Test
    void shouldFillWithFlatBarsWhereTheMarketNeverCloses() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");

        trade(events, 185, "110");

        assertThat(recorder.take())
                .containsExactly(
                        bar(0, "100", "100", "100", "100", "1", 1),
                        bar(60, "100", "100", "100", "100", "0", 0),
                        bar(120, "100", "100", "100", "100", "0", 0));
        events.at(START_NS + 5 * MINUTE).timer();
        assertThat(recorder.take()).containsExactly(bar(180, "110", "110", "110", "110", "1", 1));
    }

    @Test
    void shouldStartAnewAfterALongHole() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");

        trade(events, 62 * 60, "110");
        trade(events, 63 * 60, "110");

        assertThat(recorder.take())
                .containsExactly(
                        bar(0, "100", "100", "100", "100", "1", 1), bar(62 * 60, "110", "110", "110", "110", "1", 1));
    }

    @Test
    void shouldNotFillWhereTheMarketCloses() {
        Events events = minuteBars(share);
        trade(events, 1, "100");

        trade(events, 185, "110");

        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "100", "100", "1", 1));
    }

    @Test
    void shouldCloseAsManyBarsInOneEventAsItTakes() {
        for (String label : List.of("1s", "5s", "10s", "15s", "30s")) {
            recorder.registry().bars(spot, Timeframe.of(label));
        }
        Events events = recorder.start(spot);
        trade(events, 0, "100");

        trade(events, 60, "101");

        assertThat(recorder.take()).hasSize(60 + 12 + 6 + 4 + 2);
        assertThat(recorder.count(Counter.BARS)).isEqualTo(84);
    }

    @Test
    void shouldCloseHundredsOfBarsInOneEvent() {
        List<Instrument> instruments = new ArrayList<>();
        for (int id = 0; id < 10; id++) {
            instruments.add(TestInstruments.bitcoin(id));
            recorder.registry().bars(TestInstruments.bitcoin(id), Timeframe.of("1s"));
        }
        Events events = recorder.start(instruments.toArray(Instrument[]::new));
        for (int id = 0; id < 10; id++) {
            events.trade(id, e8("100"), ONE);
        }

        events.at(START_NS + 59 * SECOND + 250_000_000).timer();

        assertThat(recorder.take()).hasSize(590);
    }

    @Test
    void shouldCountALateTradeAndNotUseIt() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");
        events.at(START_NS + 61 * SECOND).timer();
        recorder.take();

        events.trade(0, e8("500"), ONE, START_NS + 59 * SECOND);
        trade(events, 120, "101");

        assertThat(recorder.count(Counter.LATE_TRADES)).isEqualTo(1);
        assertThat(recorder.take()).containsExactly(bar(60, "100", "100", "100", "100", "0", 0));
    }

    @Test
    void shouldNotDeliverABarTwiceForALateTradeOfAShare() {
        Events events = minuteBars(share);
        trade(events, 1, "100");
        events.at(START_NS + 61 * SECOND).timer();
        assertThat(recorder.take()).hasSize(1);

        events.trade(0, e8("500"), ONE, START_NS + 59 * SECOND);
        events.at(START_NS + 130 * SECOND).timer();

        assertThat(recorder.take()).isEmpty();
        assertThat(recorder.count(Counter.LATE_TRADES)).isEqualTo(1);
    }

    @Test
    void shouldNotBelieveAStampFarInTheFuture() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");

        events.at(START_NS + 2 * SECOND).trade(0, e8("101"), ONE, START_NS + 365L * 86_400 * SECOND);
        trade(events, 3, "102");
        trade(events, 60, "103");

        assertThat(recorder.take()).containsExactly(bar(0, "100", "102", "100", "102", "3", 3));
    }

    @Test
    void shouldUseTradesOnlyForWhatTheyMayMove() {
        Events events = minuteBars(share);
        events.trade(0, e8("900"), ONE, each -> each.flags().noOpenClose(true).noHighLow(true));
        trade(events, 1, "100");
        events.trade(0, e8("110"), ONE, each -> each.flags().noHighLow(true));
        events.trade(0, e8("90"), ONE, each -> each.flags().noOpenClose(true));
        events.trade(0, e8("95"), ONE, each -> each.flags().noVolume(true));

        trade(events, 60, "100");

        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "90", "95", "4", 5));
    }

    @Test
    void shouldHandOutNoBarThatNeverHadAPrice() {
        Events events = minuteBars(share);
        events.trade(0, e8("900"), ONE, each -> each.flags().noOpenClose(true).noHighLow(true));

        trade(events, 60, "100");
        trade(events, 120, "100");

        assertThat(recorder.take()).containsExactly(bar(60, "100", "100", "100", "100", "1", 1));
    }

    @Test
    void shouldAddVolumeToAFlatBarWithoutMovingIt() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");
        events.at(START_NS + 61 * SECOND)
                .trade(0, e8("900"), ONE, each -> each.flags().noOpenClose(true).noHighLow(true));
        trade(events, 70, "101");

        trade(events, 120, "100");

        assertThat(recorder.take())
                .containsExactly(
                        bar(0, "100", "100", "100", "100", "1", 1), bar(60, "101", "101", "101", "101", "2", 2));
    }

    @Test
    void shouldBuildLongerBarsFromShorterOnesWithoutTradeCounts() {
        recorder.registry().bars(spot, Timeframe.of("15m"));
        Events events = recorder.start(spot);
        input(events, 0, "100", "110", "90", "105", 3);
        input(events, 300, "105", "106", "80", "81", 4);
        input(events, 600, "81", "120", "81", "119", 5);

        assertThat(recorder.take()).containsExactly(new Closed(900, 0, "100", "120", "80", "119", "12", 0));
    }

    @Test
    void shouldDeliverEachShorterBarOnceAtItsOwnLength() {
        recorder.registry().bars(spot, Timeframe.of("5m"));
        Events events = recorder.start(spot);

        input(events, 0, "100", "110", "90", "105", 3);
        assertThat(recorder.take()).hasSize(1);
        input(events, 300, "105", "106", "80", "81", 4);

        assertThat(recorder.take()).containsExactly(new Closed(300, 300, "105", "106", "80", "81", "4", 0));
    }

    @Test
    void shouldWaitForAVenuesBarHoweverLateItComes() {
        recorder.registry().bars(spot, Timeframe.of("5m"));
        Events events = recorder.start(spot);
        input(events, 0, "100", "110", "90", "105", 3);
        recorder.take();

        events.at(START_NS + 605 * SECOND).timer();
        events.trade(0, e8("700"), ONE);
        assertThat(recorder.take()).as("time and trades prove nothing").isEmpty();
        input(events, 300, "105", "106", "80", "81", 4);

        assertThat(recorder.take()).containsExactly(new Closed(300, 300, "105", "106", "80", "81", "4", 0));
        assertThat(recorder.count(Counter.BAR_SOURCE_IGNORED)).isEqualTo(1);
        input(events, 300, "1", "1", "1", "1", 4);
        assertThat(recorder.count(Counter.LATE_TRADES)).as("the same bar again").isEqualTo(1);
    }

    @Test
    void shouldCountBarsThatDoNotFit() {
        recorder.registry().bars(spot, Timeframe.of("1m"));
        Events events = recorder.start(spot);

        input(events, 0, "100", "110", "90", "105", 3);

        assertThat(recorder.take()).isEmpty();
        assertThat(recorder.count(Counter.BARS_TOO_LONG)).isEqualTo(1);
    }

    @Test
    void shouldIgnoreBarsWhereTradesCameFirst() {
        Events events = minuteBars(spot);
        trade(events, 1, "100");

        events.bar(0, 60, START_NS, prices("1", "1", "1", "1"), ONE, 1);

        assertThat(recorder.count(Counter.BAR_SOURCE_IGNORED)).isEqualTo(1);
        trade(events, 60, "100");
        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "100", "100", "1", 1));
    }

    @Test
    void shouldFeedIndicatorsInTimeOrderWhateverMakesTheBars() {
        List<String> seen = new ArrayList<>();
        recorder.registry().onTrades(spot, new TradeProbe(seen));
        recorder.registry().onBook(spot, new BookProbe(seen));
        Events events = recorder.start(spot);

        input(events, 0, "100", "110", "90", "105", 3);
        events.at(START_NS + 400 * SECOND).trade(0, e8("100"), ONE, START_NS);
        events.at(START_NS + 399 * SECOND).trade(0, e8("101"), ONE, START_NS);
        events.delta(0, new long[] {1, 1}, new long[] {2, 1});
        events.snapshot(0, new long[] {1, 1}, new long[] {2, 1});

        assertThat(seen).containsExactly("trade 400", "trade 400", "book 400");
    }

    @ParameterizedTest
    @CsvSource({"15, 0, 900", "60, 1800, 3600"})
    void shouldResampleAsTheReferenceDoes(int minutes, int shiftSeconds, int timeframeSeconds) {
        // sessions start at half past: shifted by half an hour, hours of the session are hours of the day
        recorder.registry()
                .bars(
                        share,
                        Timeframe.ALL.stream()
                                .filter(each -> each.seconds() == timeframeSeconds)
                                .findFirst()
                                .orElseThrow());
        Events events = recorder.start(share);
        List<String> lines = SharedData.lines("golden/bars.csv");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            long openNs = Long.parseLong(cells.get(2)) * 1_000_000 - shiftSeconds * SECOND;
            events.at(openNs + 300 * SECOND)
                    .bar(
                            0,
                            300,
                            openNs,
                            prices(cells.get(4), cells.get(5), cells.get(6), cells.get(7)),
                            e8(cells.get(8)),
                            1);
        }
        events.afterMs(86_400_000).bar(0, 300, events.timeNs(), prices("1", "1", "1", "1"), 1, 1);

        List<Closed> expected = new ArrayList<>();
        for (String line : SharedData.lines("golden/resample.csv")) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.get(0).equals(Integer.toString(minutes))) {
                long openNs = Long.parseLong(cells.get(1)) * 1_000_000 - shiftSeconds * SECOND;
                expected.add(new Closed(
                        timeframeSeconds,
                        (openNs - START_NS) / SECOND,
                        plain(cells.get(2)),
                        plain(cells.get(3)),
                        plain(cells.get(4)),
                        plain(cells.get(5)),
                        plain(cells.get(6)),
                        Integer.parseInt(cells.get(7))));
            }
        }
        assertThat(recorder.take()).hasSizeGreaterThan(50).containsExactlyElementsOf(expected);
    }

    private Events minuteBars(Instrument instrument) {
        recorder.registry().bars(instrument, Timeframe.of("1m"));
        return recorder.start(instrument);
    }

    private static void trade(Events events, long second, String price) {
        events.at(START_NS + second * SECOND).trade(0, e8(price), ONE);
    }

    private static void input(
            Events events, long second, String open, String high, String low, String close, int volume) {
        long openNs = START_NS + second * SECOND;
        events.at(Math.max(events.timeNs(), openNs + 300 * SECOND))
                .bar(0, 300, openNs, prices(open, high, low, close), volume * ONE, BarDecoder.tradesNullValue());
    }

    private static long[] prices(String open, String high, String low, String close) {
        return new long[] {e8(open), e8(high), e8(low), e8(close)};
    }

    private static Closed bar(
            long second, String open, String high, String low, String close, String volume, int trades) {
        return new Closed(60, second, open, high, low, close, volume, trades);
    }

    private static String plain(String decimal) {
        return FixedPoint.format(e8(decimal));
    }

    private record TradeProbe(List<String> seen) implements TradeIndicator {
        @Override
        public void onTrade(long timeNs, long price, long quantity, Side aggressor) {
            seen.add("trade " + (timeNs - START_NS) / SECOND);
        }

        @Override
        public int outputCount() {
            return 1;
        }

        @Override
        public double output(int output) {
            return seen.size();
        }
    }

    private record BookProbe(List<String> seen) implements BookIndicator {
        @Override
        public void onBook(long timeNs, OrderBook book) {
            seen.add("book " + (timeNs - START_NS) / SECOND);
        }

        @Override
        public int outputCount() {
            return 1;
        }

        @Override
        public double output(int output) {
            return seen.size();
        }
    }
}
