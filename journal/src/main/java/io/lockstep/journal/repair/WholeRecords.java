package io.lockstep.journal.repair;

import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.event.RecordChain.Fault;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.journal.rollfile.RollFileScanner;
import io.lockstep.journal.rollfile.RollFileScanner.Step;
import io.lockstep.journal.rollfile.RollFiles.RollFile;
import io.lockstep.journal.rollfile.StoreLayout;
import org.agrona.DirectBuffer;

/** Looks through a roll file for records whose checksum is right, whatever stands between them. */
final class WholeRecords {
    private WholeRecords() {}

    /** Highest sequence of a whole record that can be reached from the file's beginning, 0 for none. */
    static long highestSequence(RollFile file, StoreLayout layout) {
        RecordChain chain = new RecordChain();
        long highest = 0;
        try (RollFileScanner scanner = new RollFileScanner(file.path(), layout)) {
            while (scanner.next() == Step.RECORD) {
                DirectBuffer buffer = scanner.buffer();
                int offset = scanner.offset();
                long sequence = RecordLayout.sequence(buffer, offset);
                chain.reset(sequence - 1, RecordLayout.chainBefore(buffer, offset));
                if (chain.accept(buffer, offset, scanner.length()) == Fault.NONE) {
                    highest = Math.max(highest, sequence);
                }
                scanner.accept();
            }
        }
        return highest;
    }
}
