package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedLogTest {
    private static final long DAY_NS = 86_400_000_000_000L;

    @TempDir
    Path directory;

    @Test
    void shouldNumberSealAndAppendEvents() {
        EngineEvent event = new EngineEvent();

        try (SealedLog tape = SealedLog.open(directory, Journals.settings())) {
            event.complete(RecordLayout.BODY_OFFSET, 0);
            assertThat(tape.append(event)).isEqualTo(1);
            event.complete(RecordLayout.BODY_OFFSET + 7, DAY_NS);
            assertThat(tape.append(event)).isEqualTo(2);
        }

        assertThat(Journals.sequences(directory)).containsExactly(1L, 2L);
        assertThat(JournalCatalog.list(directory))
                .extracting(RollFileEntry::name)
                .containsExactly("19700101-00F.cq4", "19700102-00F.cq4");
    }

    @Test
    void shouldGoOnWhereTheTapeEnded() {
        EngineEvent event = new EngineEvent();
        event.complete(RecordLayout.BODY_OFFSET, DAY_NS);

        for (int i = 1; i <= 3; i++) {
            try (SealedLog tape = SealedLog.open(directory, Journals.settings())) {
                assertThat(tape.append(event)).isEqualTo(i);
            }
        }

        assertThat(JournalVerifier.verify(directory).damages()).isEmpty();
    }
}
