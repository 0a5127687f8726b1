package io.lockstep.engine.indicator;

import static io.lockstep.engine.testkit.Events.START_NS;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.indicator.BarRecorder.Closed;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TradeCorrectionTest {
    private static final long ONE = FixedPoint.ONE;
    private static final long SECOND = 1_000_000_000L;
    private static final Instrument SHARE = TestInstruments.share(0);

    private final BarRecorder recorder = new BarRecorder(250_000_000);

    @Test
    void shouldTakeABustedTradeOutOfTheOpenBar() {
        Events events = minuteBars();
        trade(events, 1, 11, "100");
        trade(events, 2, 12, "900");
        trade(events, 3, 13, "99");
        trade(events, 4, 14, "101");

        bust(events, 12, "900");

        trade(events, 60, 15, "100");
        assertThat(recorder.take()).containsExactly(bar(0, "100", "101", "99", "101", "3", 3));
        assertThat(recorder.count(Counter.TRADES_CORRECTED)).isEqualTo(1);
        assertThat(recorder.count(Counter.CORRECTIONS_TOO_LATE)).isZero();
    }

    @Test
    void shouldPutACorrectedTradeInThePlaceOfTheOldOne() {
        Events events = minuteBars();
        trade(events, 1, 11, "100");
        trade(events, 59, 12, "900");

        events.at(START_NS + 59 * SECOND + 1).trade(0, e8("900"), ONE, each -> {
            each.tradeId(12);
            each.flags().bust(true);
        });
        events.trade(0, e8("90"), 2 * ONE, each -> {
            each.tradeId(77);
            each.flags().correction(true);
        });

        trade(events, 60, 15, "100");
        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "90", "90", "3", 2));
    }

    @Test
    void shouldOpenAnewWhenTheFirstTradeIsTakenBack() {
        Events events = minuteBars();
        trade(events, 1, 11, "900");
        trade(events, 2, 12, "100");

        bust(events, 11, "900");

        trade(events, 60, 15, "100");
        assertThat(recorder.take()).containsExactly(bar(0, "100", "100", "100", "100", "1", 1));
    }

    @Test
    void shouldHandOutNoBarWhenItsOnlyTradeIsTakenBack() {
        Events events = minuteBars();
        trade(events, 1, 11, "900");

        bust(events, 11, "900");

        trade(events, 60, 15, "100");
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void shouldCountACorrectionOfABarThatWasHandedOut() {
        Events events = minuteBars();
        trade(events, 1, 11, "900");
        trade(events, 60, 12, "100");
        recorder.take();

        bust(events, 11, "900");

        trade(events, 120, 13, "100");
        assertThat(recorder.take()).containsExactly(bar(60, "100", "100", "100", "100", "1", 1));
        assertThat(recorder.count(Counter.CORRECTIONS_TOO_LATE)).isEqualTo(1);
    }

    @Test
    void shouldCountABustOfATradeNeverSeen() {
        Events events = minuteBars();
        trade(events, 1, 11, "100");

        bust(events, 11, "101");

        assertThat(recorder.count(Counter.CORRECTIONS_TOO_LATE)).isEqualTo(1);
    }

    @Test
    void shouldKeepTheVolumeRightWhereTheBarIsLongerThanTheMemory() {
        recorder.registry().bars(SHARE, Timeframe.of("1h"));
        Events events = recorder.start(SHARE);
        int trades = PrintLog.CAPACITY + 10;
        for (int i = 1; i <= trades; i++) {
            trade(events, 1, i, "100");
        }

        bust(events, trades, "100");

        trade(events, 3_600, trades + 1, "100");
        assertThat(recorder.take())
                .containsExactly(
                        new Closed(3_600, 0, "100", "100", "100", "100", Integer.toString(trades - 1), trades - 1));
        assertThat(recorder.count(Counter.CORRECTIONS_TOO_LATE)).isEqualTo(1);
    }

    @Test
    void shouldEqualABarThatNeverSawTheTradesTakenBack() {
        long seed = 20261121;
        Random random = new Random(seed);
        BarRecorder clean = new BarRecorder(250_000_000);
        clean.registry().bars(SHARE, Timeframe.of("1m"));
        Events kept = clean.start(SHARE);
        Events all = minuteBars();
        for (int minute = 0; minute < 50; minute++) {
            List<long[]> wrong = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long second = minute * 60L + i;
                String price = Integer.toString(90 + random.nextInt(20));
                long id = minute * 100L + i;
                trade(all, second, id, price);
                if (random.nextInt(4) == 0) {
                    wrong.add(new long[] {id, e8(price)});
                } else {
                    trade(kept, second, id, price);
                }
            }
            wrong.forEach(each -> bust(all, each[0], FixedPoint.format(each[1])));
        }
        trade(all, 3_000, 9_999, "100");
        trade(kept, 3_000, 9_999, "100");

        assertThat(recorder.take()).as("seed=%d", seed).hasSize(50).containsExactlyElementsOf(clean.take());
    }

    private Events minuteBars() {
        recorder.registry().bars(SHARE, Timeframe.of("1m"));
        return recorder.start(SHARE);
    }

    private static void trade(Events events, long second, long id, String price) {
        events.at(START_NS + second * SECOND).trade(0, e8(price), ONE, each -> each.tradeId(id));
    }

    private static void bust(Events events, long id, String price) {
        events.trade(0, e8(price), ONE, each -> {
            each.tradeId(id);
            each.flags().bust(true);
        });
    }

    private static Closed bar(
            long second, String open, String high, String low, String close, String volume, int trades) {
        return new Closed(60, second, open, high, low, close, volume, trades);
    }
}
