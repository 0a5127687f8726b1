package io.lockstep.launcher.wire;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.VenueEvents;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.plugin.StrategyCatalog;
import io.lockstep.launcher.session.wiring.Wiring;
import io.lockstep.launcher.testkit.SampleConfig;
import io.lockstep.launcher.testkit.Strategies;
import io.lockstep.simulator.inprocess.SimulatedVenue;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The venue that fills backtests, with a market that stands still. Time passes when it is told to. */
final class InProcessSite implements OrderSite {
    private static final long MOMENT_MS = 10;

    private final ReportLog log = new ReportLog();
    private final RecordBuffer commands = new RecordBuffer(16 * RecordLayout.MAX_LENGTH);
    private final Instrument instrument;
    private final SimulatedVenue venue;
    private final Events events;

    InProcessSite() {
        StrategyCatalog catalog =
                Strategies.only(new Strategies.Type("none", () -> new RoundTrip(new ConcurrentHashMap<>())));
        LockstepConfig config = SampleConfig.of("none").load(catalog).config();
        instrument = new Wiring(config, catalog).instruments().get(0);
        venue = new SimulatedVenue(
                config.simulator(), List.of(config.accounts().get(0).balances()));
        events = new Events(new Market());
        EngineEvent definition = new EngineEvent();
        Definitions.encode(instrument, definition, events.timeNs());
        venue.onMarketData(definition);
        venue.open(events.timeNs());
        events.quote(0, 60_000 * FixedPoint.ONE, FixedPoint.ONE / 10, 60_010 * FixedPoint.ONE, FixedPoint.ONE / 10);
        new VenueEvents(new Events(log)).userData(ConnectionState.READY);
    }

    /** Shows a quote to the venue and to whoever trades there. */
    private final class Market implements EventPublisher {
        @Override
        public EngineEvent tryClaim() {
            return new EngineEvent();
        }

        @Override
        public EngineEvent claim() {
            return new EngineEvent();
        }

        @Override
        public void publish(EngineEvent event) {
            venue.onMarketData(event);
            log.publish(event);
        }
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public ReportLog log() {
        return log;
    }

    @Override
    public void send(OrderCommandDecoder command) {
        commands.clear();
        int record = commands.claim();
        int length = OrderCommandDecoder.BLOCK_LENGTH + MessageHeaderDecoder.ENCODED_LENGTH;
        int message = record + RecordLayout.MESSAGE_OFFSET;
        commands.buffer()
                .putBytes(message, command.buffer(), command.offset() - MessageHeaderDecoder.ENCODED_LENGTH, length);
        commands.commit(message + length, events.timeNs());
        venue.send(
                new OrderCommandDecoder().wrapAndApplyHeader(commands.buffer(), message, new MessageHeaderDecoder()));
    }

    @Override
    public void pass() {
        events.afterMs(MOMENT_MS);
        venue.advanceTo(events.timeNs(), log);
    }

    @Override
    public boolean answersQueries() {
        return false;
    }

    @Override
    public void close() {
        commands.clear();
    }
}
