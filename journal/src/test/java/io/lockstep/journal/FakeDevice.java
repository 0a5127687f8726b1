package io.lockstep.journal;

import io.lockstep.journal.rollfile.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A device that remembers what was forced onto it, and fails when told. */
final class FakeDevice implements Device {
    private final List<String> forced = new ArrayList<>();
    private boolean broken;

    /** Fails from now on, or no longer. */
    void broken(boolean isBroken) {
        broken = isBroken;
    }

    /** Names of the files and directories forced, in order. */
    List<String> forced() {
        return forced;
    }

    @Override
    public Handle open(Path file) {
        return new Handle() {
            @Override
            public void force() throws IOException {
                if (broken) {
                    throw new IOException("Input/output error");
                }
                forced.add(String.valueOf(file.getFileName()));
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
