package io.lockstep.gateway.alpaca.marketdata;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.TestInstruments;
import io.lockstep.gateway.alpaca.marketdata.RealPrints.Print;
import io.lockstep.gateway.alpaca.wire.Symbols;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Builds minute bars from 250,600 real prints of SPY by the flags the decoder gives them, and explains every difference from the data
 * set's own minute bars. The data set has rules of its own in three places; none of them is Alpaca's.
 */
class MinuteBarsOfRealPrintsTest {
    private static final int OPEN = 570;
    private static final int CLOSE = 960;

    @Test
    void shouldEqualTheDataSetsMinuteBarsUpToItsOwnRules() {
        List<Print> prints = RealPrints.trades();
        List<Decoded> decoded = decode(prints);
        Map<Integer, List<Long>> theirs = new TreeMap<>();
        for (String line : SharedData.zippedLines("data/us-equities/lean/equity/usa/minute/spy/20131007_trade.zip")) {
            String[] row = line.split(",");
            theirs.put(
                    Integer.parseInt(row[0]) / 60_000,
                    List.of(
                            Long.valueOf(row[1]),
                            Long.valueOf(row[2]),
                            Long.valueOf(row[3]),
                            Long.valueOf(row[4]),
                            Long.valueOf(row[5])));
        }

        Map<Integer, List<Long>> ours = bars(decoded, false);
        Map<Integer, List<Long>> withoutSweeps = bars(decoded, true);
        Map<Difference, Integer> counts = new EnumMap<>(Difference.class);
        theirs.forEach((minute, bar) -> counts.merge(
                classify(minute, bar, ours.get(minute), withoutSweeps.get(minute), decoded), 1, Integer::sum));

        assertThat(ours.keySet()).isEqualTo(theirs.keySet()).hasSize(828);
        assertThat(counts)
                .isEqualTo(Map.of(
                        Difference.NONE, 711,
                        Difference.SWEEPS_MOVE_NO_PRICE, 99,
                        Difference.VOLUME_ONLY_PRINTS_MOVE_PRICES, 15,
                        Difference.AUCTION_VOLUME, 3));
    }

    private static Difference classify(
            int minute, List<Long> theirs, List<Long> ours, List<Long> withoutSweeps, List<Decoded> decoded) {
        if (theirs.equals(ours)) {
            return Difference.NONE;
        }
        if (!theirs.get(4).equals(ours.get(4))) {
            assertThat(minute).isIn(OPEN, CLOSE - 1, CLOSE);
            return Difference.AUCTION_VOLUME;
        }
        if (theirs.equals(withoutSweeps)) {
            assertThat(minute).isBetween(OPEN, CLOSE - 1);
            return Difference.SWEEPS_MOVE_NO_PRICE;
        }
        List<Long> held = decoded.stream()
                .filter(print -> print.minute == minute && !print.movesPrices)
                .map(print -> print.price)
                .toList();
        List<Long> base = minute >= OPEN && minute < CLOSE ? withoutSweeps : ours;
        for (int i = 0; i < 4; i++) {
            boolean explained = theirs.get(i).equals(base.get(i)) || held.contains(theirs.get(i));
            assertThat(explained)
                    .as("minute=%d theirs=%s ours=%s", minute, theirs, ours)
                    .isTrue();
        }
        return Difference.VOLUME_ONLY_PRINTS_MOVE_PRICES;
    }

    /** Bars by minute: open, high, low, close times 10,000, and shares; those without a price are left out. */
    private static Map<Integer, List<Long>> bars(List<Decoded> decoded, boolean sweepsMoveNoPriceInCore) {
        Map<Integer, long[]> bars = new TreeMap<>();
        for (Decoded print : decoded) {
            long[] bar = bars.computeIfAbsent(print.minute, m -> new long[5]);
            bar[4] += print.volume;
            boolean core = print.minute >= OPEN && print.minute < CLOSE;
            if (print.movesPrices && !(sweepsMoveNoPriceInCore && core && print.isSweep)) {
                bar[0] = bar[0] == 0 ? print.price : bar[0];
                bar[1] = Math.max(bar[1], print.price);
                bar[2] = bar[2] == 0 ? print.price : Math.min(bar[2], print.price);
                bar[3] = print.price;
            }
        }
        Map<Integer, List<Long>> lists = new TreeMap<>();
        bars.forEach((minute, bar) -> {
            if (bar[0] != 0) {
                lists.put(minute, List.of(bar[0], bar[1], bar[2], bar[3], bar[4]));
            }
        });
        return lists;
    }

    private static List<Decoded> decode(List<Print> prints) {
        Collector collector = new Collector();
        DecodeCounters counters = new DecodeCounters();
        MarketDataDecoder decoder = new MarketDataDecoder(
                new Symbols(TestInstruments.of(List.of("SPY"))), collector, new FakeControl(), counters);
        for (Print print : prints) {
            collector.print = print;
            byte[] frame = print.frame(collector.decoded.size()).getBytes(US_ASCII);
            decoder.decode(frame, 0, frame.length, 1);
        }
        assertThat(collector.decoded).hasSize(prints.size());
        assertThat(counters.get(DecodeIssue.UNKNOWN_CONDITION)).isZero();
        return collector.decoded;
    }

    /** How the data set's bar differs from ours. */
    private enum Difference {
        /** Not at all. */
        NONE,
        /** In the core session the data set lets intermarket sweeps move no price; by Alpaca's rules they do. */
        SWEEPS_MOVE_NO_PRICE,
        /** The data set lets a print move a price that by Alpaca's rules only counts as volume: average price, sold out of sequence. */
        VOLUME_ONLY_PRINTS_MOVE_PRICES,
        /** The data set books the opening and closing auctions elsewhere: 9:30, 15:59 and 16:00 only. */
        AUCTION_VOLUME
    }

    private record Decoded(int minute, long price, long volume, boolean movesPrices, boolean isSweep) {}

    /** Takes the one trade of each frame. */
    private static final class Collector implements EventPublisher {
        private final EngineEvent slot = new EngineEvent();
        private final TradeDecoder trade = new TradeDecoder();
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private final List<Decoded> decoded = new ArrayList<>();
        private Print print;

        @Override
        public EngineEvent tryClaim() {
            return slot;
        }

        @Override
        public EngineEvent claim() {
            return slot;
        }

        @Override
        public void publish(EngineEvent event) {
            trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
            long volume = trade.flags().noVolume() ? 0 : trade.quantity() / 100_000_000L;
            boolean movesPrices = !trade.flags().noHighLow() && !trade.flags().noOpenClose();
            decoded.add(new Decoded(print.minute(), trade.price() / 10_000, volume, movesPrices, print.isSweep()));
        }
    }
}
