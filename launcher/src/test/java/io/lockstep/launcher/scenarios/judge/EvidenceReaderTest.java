package io.lockstep.launcher.scenarios.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.journal.JournalSettings;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.folder.RunLogs;
import io.lockstep.launcher.swarm.invariant.Invariant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passed the gateways against what is on the disk. */
class EvidenceReaderTest {
    @TempDir
    private Path folder;

    private final Records records = new Records();
    private final Handover handover = new Handover();
    private final Findings findings = new Findings();

    @Test
    void shouldFindNothingWhereAllIsThere() {
        handedOver(0, records.quote());
        sent(records.order(256, Side.BUY));
        write(List.of(records.quote(), records.tick(1)), List.of(records.order(256, Side.BUY)));

        assertThat(read()).isEmpty();
        assertThat(findings.checks()).containsKeys(Invariant.I1, Invariant.I16);
    }

    @Test
    void shouldFindAnInputThatIsMissing() {
        handedOver(0, records.quote());
        handedOver(1, records.quote());
        write(List.of(records.quote()), List.of());

        assertThat(read()).containsExactly(Invariant.I16);
    }

    @Test
    void shouldFindAnInputThatIsNotAsItWas() {
        handedOver(0, records.tick(1));
        write(List.of(records.tick(2)), List.of());

        assertThat(read()).containsExactly(Invariant.I16);
    }

    @Test
    void shouldFindAnInputNobodyHandedOver() {
        write(List.of(records.quote()), List.of());

        assertThat(read()).containsExactly(Invariant.I16);
    }

    @Test
    void shouldFindInputsThatChangedPlaces() {
        handedOver(0, records.tick(1));
        handedOver(1, records.quote());
        write(List.of(records.quote(), records.tick(1)), List.of());

        assertThat(read()).containsExactly(Invariant.I16, Invariant.I16);
    }

    @Test
    void shouldFindACommandThatIsNotInTheJournal() {
        sent(records.order(256, Side.BUY));
        write(List.of(records.tick(1)), List.of(records.order(256, Side.SELL)));

        assertThat(read()).contains(Invariant.I1);
    }

    @Test
    void shouldFindACommandThatLeftTwice() {
        sent(records.order(256, Side.BUY));
        sent(records.order(256, Side.BUY));
        write(List.of(records.tick(1)), List.of(records.order(256, Side.BUY)));

        assertThat(read()).contains(Invariant.I1);
    }

    private void handedOver(long slot, EngineEvent event) {
        event.slot(slot);
        handover.published(event);
    }

    private void sent(EngineEvent command) {
        handover.sent(new OrderCommandDecoder()
                .wrapAndApplyHeader(command.buffer(), RecordLayout.MESSAGE_OFFSET, new MessageHeaderDecoder()));
    }

    private void write(List<EngineEvent> inputs, List<EngineEvent> decisions) {
        JournalFolder journal = new JournalFolder(folder);
        try (RunLogs logs = RunLogs.open(journal, JournalSettings.defaults())) {
            append(logs.inputs(), inputs);
            append(logs.decisions(), decisions);
        }
    }

    private static void append(EventLog log, List<EngineEvent> events) {
        RecordChain chain = new RecordChain(log.lastSequence(), log.lastChain());
        for (EngineEvent event : events) {
            chain.seal(event.buffer(), 0);
            log.append(event.buffer(), 0, event.length());
        }
    }

    /** What a quote's order lacks is not looked at here. */
    private List<Invariant> read() {
        new EvidenceReader(handover, new Evidence(1_000, new Findings()), findings).read(new JournalFolder(folder));
        return findings.violations().stream().map(Violation::invariant).toList();
    }
}
