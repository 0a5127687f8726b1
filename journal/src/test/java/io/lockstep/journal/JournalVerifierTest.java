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

        List<String> missed = missed(older, JournalImage.of(directory), MUTATIONS, true);

        assertThat(missed).isEmpty();
    }

    @Test
    void shouldDetectEveryMutationOfJournalWhoseWriterWasKilled() throws IOException {
        List<String> missed;
        try (ChronicleEventLog log = ChronicleEventLog.open(directory.resolve("live"), Journals.settings())) {
            Journals.append(log, RECORDS / 2);
            JournalImage older = JournalImage.of(directory.resolve("live"));
            Journals.append(log, RECORDS - RECORDS / 2);

            missed = missed(older, JournalImage.of(directory.resolve("live")), MUTATIONS / 4, false);
        }

        assertThat(missed).isEmpty();
    }

    /** Mutations, by seed, that verification did not find or did not name rightly. */
    private List<String> missed(JournalImage older, JournalImage sound, int count, boolean settled) throws IOException {
        Path copy = directory.resolve("mutated");
        sound.writeTo(copy);
        JournalMutations mutations = new JournalMutations(older, sound, JournalImage.places(copy), settled);
        JournalImage before = sound;
        List<String> missed = new ArrayList<>();
        for (long seed = 0; seed < count; seed++) {
            Mutation mutation = mutations.of(seed);
            mutation.image().replaceIn(copy, before);
            before = mutation.image();
            Verification found = JournalVerifier.verify(copy);
            if (found.ok() || !mutation.isNamedRightly(found.firstBadSequence())) {
                missed.add("seed=" + seed + ", " + mutation + ", found=" + found.reason());
            }
        }
        return missed;
    }
}
