package io.lockstep.engine.indicator;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.TestSetup;
import java.util.ArrayList;
import java.util.List;

/** An indicator handler by itself, with a list of the bars it closes. */
final class BarRecorder {
    private final Counters counters = new Counters();
    private final IndicatorRegistry registry = new IndicatorRegistry(TestSetup::utcDay);
    private final List<Closed> bars = new ArrayList<>();
    private final long closeDelayNs;
    private IndicatorHandler handler;

    BarRecorder(long closeDelayNs) {
        this.closeDelayNs = closeDelayNs;
    }

    IndicatorRegistry registry() {
        return registry;
    }

    Events start(Instrument... instruments) {
        handler = new IndicatorHandler(registry, instruments.length, closeDelayNs, counters);
        return new Events(new SteppedPublisher(0, event -> {
            handler.onEvent(event);
            collect(event);
        }));
    }

    /** The bars closed since the last time this was asked. */
    List<Closed> take() {
        List<Closed> taken = List.copyOf(bars);
        bars.clear();
        return taken;
    }

    long count(Counter counter) {
        return counters.get(counter);
    }

    private void collect(EngineEvent event) {
        RecordBuffer records = event.derived().bars();
        BarDecoder bar = new BarDecoder();
        for (int offset = records.first(); offset < records.end(); offset = records.next(offset)) {
            bar.wrapAndApplyHeader(records.buffer(), offset + MESSAGE_OFFSET, new MessageHeaderDecoder());
            bars.add(new Closed(
                    bar.timeframeSeconds(),
                    (bar.openTimeNs() - Events.START_NS) / 1_000_000_000,
                    FixedPoint.format(bar.openPrice()),
                    FixedPoint.format(bar.highPrice()),
                    FixedPoint.format(bar.lowPrice()),
                    FixedPoint.format(bar.closePrice()),
                    FixedPoint.format(bar.volume()),
                    bar.trades()));
        }
    }

    /** A closed bar; time in seconds since the test began. */
    record Closed(
            int timeframe,
            long openSecond,
            String open,
            String high,
            String low,
            String close,
            String volume,
            int trades) {}
}
