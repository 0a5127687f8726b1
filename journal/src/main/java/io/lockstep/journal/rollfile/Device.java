package io.lockstep.journal.rollfile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where bytes must arrive to survive a power cut. */
@FunctionalInterface
public interface Device {
    /** The device below the file system. */
    Device REAL = Device::openReal;

    /**
     * Opens a file or a directory for being forced.
     *
     * @throws IOException if it cannot be opened
     */
    Handle open(Path file) throws IOException;

    /** A file or a directory that can be forced. */
    interface Handle extends Closeable {
        /**
         * Forces content, or a directory's entries, onto the device; covers what was written through any mapping.
         *
         * @throws IOException if the device refuses; pages may then be lost although a second try would succeed
         */
        void force() throws IOException;
    }

    private static Handle openReal(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new Handle() {
            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /**
     * Forces a file or a directory onto the real device, once.
     *
     * @throws IOException if it cannot be
     */
    static void force(Path file) throws IOException {
        try (Handle handle = REAL.open(file)) {
            handle.force();
        }
    }
}
