package io.lockstep.launcher.session.epoch;

import io.lockstep.engine.Engine;
import io.lockstep.engine.EngineOutputs;
import io.lockstep.engine.carry.CarryMap;
import io.lockstep.engine.carry.CarryWriter;
import io.lockstep.engine.carry.EpochBegin;
import io.lockstep.engine.carry.EpochWriter;
import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.RecordSource;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.RunLogs;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.header.RunHeaderWriter;
import io.lockstep.launcher.session.playback.TapeFeed;
import io.lockstep.launcher.session.replay.PastEnd;
import io.lockstep.launcher.session.wiring.EngineRun;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.List;

/** Writes the beginning of an epoch beside the current one: header, market data to warm up with, and what was true. */
final class EpochOpener {
    private static final long NS_PER_MS = 1_000_000;
    private static final long NONE = -1;

    private final JournalFolder folder;
    private final LockstepConfig config;
    private final Wiring wiring;
    private final RunHeader header;
    private final RunHeader last;
    private final long warmUpNs;

    /**
     * An epoch of a folder.
     *
     * @param header its header
     * @param last header of the epoch that ends
     */
    EpochOpener(JournalFolder folder, LockstepConfig config, Wiring wiring, RunHeader header, RunHeader last) {
        this(folder, config, wiring, header, last, config.journal().warmUpMs() * NS_PER_MS);
    }

    private EpochOpener(
            JournalFolder folder,
            LockstepConfig config,
            Wiring wiring,
            RunHeader header,
            RunHeader last,
            long warmUpNs) {
        this.folder = folder;
        this.config = config;
        this.wiring = wiring;
        this.header = header;
        this.last = last;
        this.warmUpNs = warmUpNs;
    }

    /** The same, but strategies see no market data first. */
    EpochOpener withoutWarmUp() {
        return new EpochOpener(folder, config, wiring, header, last, NONE);
    }

    /**
     * Writes the beginning; nothing is changed yet.
     *
     * @param end what was true
     * @param reason why it ends
     * @param map its ids in terms of the new ones
     * @param homeless what passes to nobody
     */
    void write(PastEnd end, EpochChange.Reason reason, CarryMap map, List<String> homeless) {
        JournalFolder next = new JournalFolder(folder.layout().prepareNext());
        long fromNs = end.timeNs() - warmUpNs;
        try (RunLogs logs = RunLogs.beginBehind(next, config.journal(), end.inputs(), end.decisions());
                WarmUp past = new WarmUp(folder.inputs(), last.instruments(), fromNs)) {
            Engine engine = EngineRun.quiet(wiring).engine();
            engine.replay(RecordSource.emptyAt(end.inputs()), RecordSource.emptyAt(end.decisions()));
            EventPublisher publisher = engine.step(
                    new EngineOutputs(logs.inputs(), logs.decisions(), PastEnd.NO_VENUE, KillLatch.NEVER, false));
            TapeFeed feed = new TapeFeed(wiring.instruments(), List.of(past));
            EngineEvent first = new EngineEvent();
            boolean any = feed.next(first);
            long startNs = any ? first.timeNs() : end.timeNs();
            new RunHeaderWriter(publisher::claim, publisher::publish).write(header, startNs);
            EpochWriter epoch = new EpochWriter(publisher);
            epoch.opening(begin(end, reason), startNs);
            long warmUp = any ? play(first, feed, publisher) : 0;
            writeNotices(epoch, end, homeless);
            epoch.opened(carry(publisher, map, end, reason), warmUp, end.timeNs());
        }
    }

    private EpochBegin begin(PastEnd end, EpochChange.Reason reason) {
        return new EpochBegin(
                last.epoch(),
                end.inputs().sequence(),
                end.decisions().sequence(),
                end.engine().decisionCount(),
                end.engine().decisionHash(),
                end.proven(),
                reason.name());
    }

    private static long play(EngineEvent first, TapeFeed feed, EventPublisher publisher) {
        EngineEvent event = publisher.claim();
        event.copyFrom(first.buffer(), 0, first.length());
        publisher.publish(event);
        long played = 1;
        while (feed.next(first)) {
            event = publisher.claim();
            event.copyFrom(first.buffer(), 0, first.length());
            publisher.publish(event);
            played++;
        }
        return played;
    }

    private static void writeNotices(EpochWriter epoch, PastEnd end, List<String> homeless) {
        if (!end.proven()) {
            epoch.notice(
                    Severity.CRITICAL, "RECORDS_LOST", "a repair gave up records of the epoch before", end.timeNs());
        }
        homeless.forEach(each -> epoch.notice(Severity.WARNING, "NO_HOME_IN_EPOCH", each, end.timeNs()));
    }

    /** After a loss of records only the venue knows what is true: nothing new is sent until a person says so. */
    private static long carry(EventPublisher publisher, CarryMap map, PastEnd end, EpochChange.Reason reason) {
        CarryWriter writer = new CarryWriter(publisher, map, end.timeNs());
        end.engine().carryTo(writer);
        if (reason == EpochChange.Reason.RECORDS_LOST) {
            writer.state(ScopeKind.ENGINE, 0, TradingState.HALT, false);
        }
        return writer.carried();
    }
}
