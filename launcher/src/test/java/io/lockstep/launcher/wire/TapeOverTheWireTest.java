package io.lockstep.launcher.wire;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyDeclaration;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.Recordings;
import io.lockstep.launcher.tape.bars.BarCheck;
import io.lockstep.launcher.tape.bars.BarClass;
import io.lockstep.launcher.tape.bars.BarCount;
import io.lockstep.launcher.tape.bars.SymbolBars;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.launcher.wire.WireSession.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real ticks of US shares played by the served venue reach an engine through the gateway, each of them, and make the bars they should. */
class TapeOverTheWireTest {
    private static final long OPEN_MS = 34_200_000;
    private static final long MINUTES = 5;
    private static final String AFTER_IT = "2013-10-07T14:00:00Z";
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(40);

    @TempDir
    private Path folder;

    @Test
    void shouldBringEveryTradeAndQuoteToTheEngine() throws IOException {
        TapeDay day = TapeDay.between(folder, OPEN_MS, OPEN_MS + MINUTES * 60_000);
        StrategyCatalog catalog = Strategies.only(new Strategies.Type("watch", Watcher::new));
        JournalFolder journal = new JournalFolder(folder.resolve("journal"));
        HeldTime venueTime = new HeldTime();
        Watch watch = new Watch(venueTime);
        Result result;

        try (Recordings tape = Recordings.open(List.of(day.folder()));
                ServedVenues venue = ServedVenues.playing(
                        folder,
                        venueTime,
                        MarketTime.from(AFTER_IT),
                        tape.sources().get(0))) {
            EffectiveConfig config = venue.watching(catalog, "watch", List.of("SPY", "IBM"));
            long deadline = System.nanoTime() + PATIENCE_NS;
            long trades = day.counts().get("trade");
            result = new WireSession(venue, config, catalog, journal)
                    .run(() -> watch.trades >= trades || System.nanoTime() > deadline, watch);
        }

        Map<String, Long> happened = result.whatHappened();
        assertThat(watch.trades + count(happened, "dropped"))
                .as("arrived or counted: %s", happened)
                .isEqualTo(day.counts().get("trade"));
        assertThat(count(happened, "dropped")).isZero();
        assertThat(watch.quotes + count(happened, "conflated"))
                .as(happened.toString())
                .isEqualTo(quotesToldOf(day.folder()));
        assertThat(count(happened, "unknown_condition")).isZero();
        assertThat(minutesOfSpy(journal))
                .isEqualTo(
                        Map.of(BarClass.EQUAL, 2L, BarClass.SWEEPS_MOVE_NO_PRICE, 2L, BarClass.AUCTION_ELSEWHERE, 1L));
    }

    /** Quotes on the tape, and one around each trade of a share that has none yet: SPY never has. */
    private static long quotesToldOf(Path tape) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        EngineEvent event = new EngineEvent();
        Set<Integer> quoted = new HashSet<>();
        long told = 0;
        try (Recordings recordings = Recordings.open(List.of(tape))) {
            RecordSource records = recordings.sources().get(0);
            while (records.next(event)) {
                if (event.templateId() == TopOfBookDecoder.TEMPLATE_ID) {
                    TopOfBookDecoder top =
                            new TopOfBookDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                    quoted.add(top.instrumentId());
                    told++;
                } else if (event.templateId() == TradeDecoder.TEMPLATE_ID) {
                    TradeDecoder trade = new TradeDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                    told += quoted.contains(trade.instrumentId()) ? 0 : 1;
                }
            }
        }
        return told;
    }

    private Map<BarClass, Long> minutesOfSpy(JournalFolder journal) throws IOException {
        try (Recordings recordings = Recordings.open(List.of(journal.inputs(), TapeDay.minutesOfSpy(folder)))) {
            SymbolBars spy = BarCheck.run(
                            recordings.sources().get(0), recordings.sources().get(1))
                    .get(0);
            return spy.classes().stream().collect(Collectors.toMap(BarCount::kind, BarCount::bars));
        }
    }

    private static long count(Map<String, Long> counters, String name) {
        return counters.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).contains(name))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Trades nothing. */
    private static final class Watcher implements Strategy {
        @Override
        public void declare(StrategyDeclaration declaration) {}
    }

    /** Counts what reaches the engine, and lets the venue's time pass as soon as its data stream is ready. */
    private static final class Watch implements EngineListener {
        private final HeldTime venueTime;
        private final MessageHeaderDecoder header = new MessageHeaderDecoder();
        private volatile long trades;
        private volatile long quotes;

        Watch(HeldTime venueTime) {
            this.venueTime = venueTime;
        }

        @Override
        public void onEvent(EngineEvent event) {
            switch (event.templateId()) {
                case TradeDecoder.TEMPLATE_ID -> trades++;
                case TopOfBookDecoder.TEMPLATE_ID -> quotes++;
                case ConnectionStatusDecoder.TEMPLATE_ID -> {
                    ConnectionStatusDecoder status =
                            new ConnectionStatusDecoder().wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                    if (status.stream() == StreamKind.MARKET_DATA && status.state() == ConnectionState.READY) {
                        venueTime.letGo();
                    }
                }
                default -> {}
            }
        }
    }
}
