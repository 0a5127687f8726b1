package io.lockstep.engine.control;

import io.lockstep.engine.telemetry.Counters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The control file of one engine: what other processes may read and set without its help.
 *
 * <pre>
 *     0  int64  magic "LOCKSTEP"
 *     8  int32  layout version, 2
 *    16  int64  kill latch: 0 is clear, anything else is the time it was set, UTC, ms
 *    24  int64  stop request: 0 is none, anything else asks for a clean stop
 *    32  int64  pid of the engine, 0 when it has stopped cleanly
 *    40  int64  heartbeat of the engine thread, UTC, ms
 *    48  int64  last input sequence handled
 *    56  int64  start of the run, UTC, ms
 *   128  int64[] counters, in the order of Counter
 *  2048  int64[] gauges, in the order of Gauge (since version 2)
 *  4096  end
 * </pre>
 *
 * <p>Each field has one writer: latch and stop request any operator, the rest the engine. The latch survives restarts because nothing but
 * {@link #reset} clears it. A file of version 1 has zeros where the gauges are and is taken over.
 */
public final class ControlFile implements KillLatch, AutoCloseable {
    /** Name of the file inside the journal's folder. */
    public static final String NAME = "control.dat";

    private static final long MAGIC = 0x504554534B434F4CL;
    private static final int VERSION = 2;
    private static final int LENGTH = 4096;
    private static final int VERSION_OFFSET = 8;
    private static final int LATCH_OFFSET = 16;
    private static final int STOP_OFFSET = 24;
    private static final int PID_OFFSET = 32;
    private static final int HEARTBEAT_OFFSET = 40;
    private static final int SEQUENCE_OFFSET = 48;
    private static final int STARTED_OFFSET = 56;
    private static final int COUNTERS_OFFSET = 128;
    private static final int GAUGES_OFFSET = 2048;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer buffer;

    private ControlFile(MappedByteBuffer mapped) {
        this.mapped = mapped;
        buffer = new UnsafeBuffer(mapped);
    }

    /**
     * Opens the control file of a folder, making it if it is not there.
     *
     * @throws UncheckedIOException if it cannot be mapped
     * @throws IllegalStateException if the file is something else
     */
    public static ControlFile open(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ControlFile control = new ControlFile(channel.map(FileChannel.MapMode.READ_WRITE, 0, LENGTH));
                control.prepare(file);
                return control;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("control file cannot be mapped: file=" + file, e);
        }
    }

    /** Whether a folder has a control file. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    /** A run begins: owner and start time; counters start from zero. The latch stays as it is. */
    public void begin(long pid, long nowMs) {
        buffer.setMemory(COUNTERS_OFFSET, LENGTH - COUNTERS_OFFSET, (byte) 0);
        buffer.putLong(STOP_OFFSET, 0);
        buffer.putLong(STARTED_OFFSET, nowMs);
        buffer.putLongOrdered(HEARTBEAT_OFFSET, nowMs);
        buffer.putLongOrdered(PID_OFFSET, pid);
    }

    /** The run ended cleanly. */
    public void end() {
        buffer.putLongVolatile(PID_OFFSET, 0);
    }

    @Override
    public boolean isSet() {
        return buffer.getLongVolatile(LATCH_OFFSET) != 0;
    }

    @Override
    public void trip(long timeMs) {
        buffer.compareAndSetLong(LATCH_OFFSET, 0, Math.max(1, timeMs));
    }

    /** Sets the latch and forces it onto the device; setting it again changes nothing. */
    public void kill(long nowMs) {
        trip(nowMs);
        mapped.force();
    }

    /** Clears the latch. */
    public void reset() {
        buffer.putLongVolatile(LATCH_OFFSET, 0);
        mapped.force();
    }

    /** When the latch was set, UTC, ms; 0 if it is clear. */
    public long killedAtMs() {
        return buffer.getLongVolatile(LATCH_OFFSET);
    }

    /** Asks the engine for a clean stop. */
    public void requestStop(long nowMs) {
        buffer.putLongVolatile(STOP_OFFSET, Math.max(1, nowMs));
    }

    /** Whether a clean stop was asked for. */
    public boolean isStopRequested() {
        return buffer.getLongVolatile(STOP_OFFSET) != 0;
    }

    /** The engine thread is alive and has come this far. */
    public void heartbeat(long nowMs, long sequence) {
        buffer.putLong(SEQUENCE_OFFSET, sequence);
        buffer.putLongOrdered(HEARTBEAT_OFFSET, nowMs);
    }

    /** Last heartbeat of the engine thread, UTC, ms. */
    public long heartbeatMs() {
        return buffer.getLongVolatile(HEARTBEAT_OFFSET);
    }

    /** Last input sequence handled as of the last heartbeat. */
    public long sequence() {
        return buffer.getLongVolatile(SEQUENCE_OFFSET);
    }

    /** Process of the engine, 0 when it has stopped cleanly. */
    public long pid() {
        return buffer.getLongVolatile(PID_OFFSET);
    }

    /** Start of the run, UTC, ms. */
    public long startedMs() {
        return buffer.getLongVolatile(STARTED_OFFSET);
    }

    /** The counters, written by the engine and readable here. */
    public Counters counters() {
        return new Counters(new UnsafeBuffer(buffer, COUNTERS_OFFSET, GAUGES_OFFSET - COUNTERS_OFFSET));
    }

    /** The gauges, written by the engine's process and readable here. */
    public Gauges gauges() {
        return new Gauges(new UnsafeBuffer(buffer, GAUGES_OFFSET, LENGTH - GAUGES_OFFSET));
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }

    private void prepare(Path file) {
        long magic = buffer.getLongVolatile(0);
        int version = buffer.getInt(VERSION_OFFSET);
        if (magic == 0 || magic == MAGIC && version == 1) {
            buffer.putInt(VERSION_OFFSET, VERSION);
            buffer.putLongOrdered(0, MAGIC);
        } else if (magic != MAGIC || version != VERSION) {
            throw new IllegalStateException(
                    "not a control file of this version: file=" + file + ", version=" + version);
        }
    }
}
