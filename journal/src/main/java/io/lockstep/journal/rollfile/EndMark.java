package io.lockstep.journal.rollfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Closes a roll file for good, as the queue does when it rolls. */
public final class EndMark {
    private EndMark() {}

    /**
     * Writes the end mark and forces the file onto the device.
     *
     * @param position behind the last document
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, long position) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(StoreLayout.END_MARK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        mark.putInt(StoreLayout.END_MARK).putInt(StoreLayout.END_MARK_BODY).flip();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(mark, position);
            channel.force(true);
        }
    }
}
