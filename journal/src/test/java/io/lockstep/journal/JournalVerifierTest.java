package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.journal.JournalMutations.Mutation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalVerifierTest {
    private static final int MUTATIONS = 1_000;
    private static final int RECORDS = 1_300;

    @TempDir
    Path directory;

    @Test
    void shouldFindNothingWrongWithSoundJournal() {
        Journals.append(directory, RECORDS);

        Verification found = JournalVerifier.verify(directory);

        assertThat(found.damages()).isEmpty();
        assertThat(found.records()).isEqualTo(RECORDS);
        assertThat(found.lastSequence()).isEqualTo(RECORDS);
        assertThat(found.firstBadSequence()).isZero();
    }

    @Test
    void shouldFindNothingWrongWhileWriterAppends() {
        try (ChronicleEventLog log = ChronicleEventLog.open(directory, Journals.settings())) {
            for (int round = 1; round <= 20; round++) {
                Journals.append(log, 70);

                Verification found = JournalVerifier.verify(directory);

                assertThat(found.damages()).isEmpty();
                assertThat(found.records()).isEqualTo(70L * round);
            }
        }
    }

    @Test
    void shouldDetectEveryMutationAndNameTheRecordItHit() throws IOException {
        Journals.append(directory, RECORDS / 2);
        JournalImage older = JournalImage.of(directory);
        Journals.append(directory, RECORDS - RECORDS / 2);
        JournalImage sound = JournalImage.of(directory);
        JournalMutations mutations = new JournalMutations(older, sound, JournalImage.places(directory));
        List<String> missed = new ArrayList<>();
        JournalImage before = sound;

        for (long seed = 0; seed < MUTATIONS; seed++) {
            Mutation mutation = mutations.of(seed);
            mutation.image().replaceIn(directory, before);
            before = mutation.image();
            Verification found = JournalVerifier.verify(directory);
            if (found.ok() || !mutation.isNamedRightly(found.firstBadSequence())) {
                missed.add("seed=" + seed + ", " + mutation + ", found=" + found.reason());
            }
        }

        assertThat(missed).isEmpty();
    }
}
