package io.lockstep.launcher.tape.recording;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.launcher.tape.TapeFile;
import io.lockstep.launcher.tape.TapeWriter;
import io.lockstep.launcher.tape.inspect.EventCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Writes what gateways publish to a new tape, on a thread of its own: the instruments first, then market data in the order it came. What is
 * no market data, the state of connections for one, is left out and counted.
 */
public final class TapeRecorder implements AutoCloseable {
    private static final int CAPACITY = 16 << 20;
    private static final int BATCH = 256;
    private static final long IDLE_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final RecordingBuffer buffer = new RecordingBuffer(CAPACITY);
    private final EventCounts counts = new EventCounts();
    private final EventCounts leftOut = new EventCounts();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final MessageHandler writer = (type, source, index, length) -> take(source, index);
    private final TapeWriter tape;
    private final Thread thread;
    private final AtomicLong written = new AtomicLong();
    private volatile boolean ending;

    /**
     * Makes the tape and starts to write.
     *
     * @param out folder of the tape, new or empty
     * @param instruments what will be recorded, in the order of their ids
     * @param nowNs time of their definitions, UTC, nanoseconds
     * @throws IllegalArgumentException if there is something in the folder already
     */
    public TapeRecorder(Path out, List<Instrument> instruments, long nowNs) {
        tape = TapeFile.create(out);
        EngineEvent event = new EngineEvent();
        for (Instrument instrument : instruments) {
            Definitions.encode(instrument, event, nowNs);
            tape.write(event.buffer(), 0);
        }
        thread = new Thread(this::write, "tape-recorder");
        thread.start();
    }

    /** Where gateways publish; any number of threads. */
    public EventPublisher publisher() {
        return buffer;
    }

    /** Market data records written so far; any thread. */
    public long written() {
        return written.get();
    }

    /** Whether writing has failed, so that going on is of no use; {@link #close} tells why. Any thread. */
    public boolean hasFailed() {
        return failure.get() != null;
    }

    /**
     * Writes what has been published and closes the tape. Nobody may publish any more.
     *
     * @throws UncheckedIOException if writing failed; says how much was written and how much dropped
     */
    @Override
    public void close() {
        ending = true;
        LockSupport.unpark(thread);
        joinUninterruptibly();
        RuntimeException failed = failure.get();
        if (failed != null) {
            String told =
                    "tape cannot be written: records=" + written + ", dropped=" + buffer.dropped() + ", " + failed;
            throw new UncheckedIOException(new IOException(told, failed));
        }
    }

    /** Market data by type; after the close. */
    public Map<String, Long> counts() {
        return counts.byType();
    }

    /** What was published and is no market data, by type; after the close. */
    public Map<String, Long> leftOut() {
        return leftOut.byType();
    }

    /** Market data messages, one that travels in parts counted once; after the close. */
    public long messages() {
        return counts.messages();
    }

    /** Events that had to wait because the disk was slower than the venues. */
    public long waits() {
        return buffer.waits();
    }

    /** Records that came with a time before the one they follow, and got that one's; after the close. */
    public long clockSteps() {
        return tape.clockSteps();
    }

    private void write() {
        try (tape) {
            boolean last = false;
            while (!last) {
                // looked at first: what was published before the end was asked for is still drained
                last = ending;
                while (buffer.drain(writer, BATCH) > 0) {}
                LockSupport.parkNanos(last ? 0 : IDLE_NS);
            }
        } catch (RuntimeException e) {
            failure.set(e);
            buffer.abandon();
        }
    }

    private void take(DirectBuffer source, int offset) {
        if (!isMarketData(RecordLayout.templateId(source, offset))) {
            leftOut.see(source, offset);
            return;
        }
        tape.write(source, offset);
        counts.see(source, offset);
        written.incrementAndGet();
    }

    private static boolean isMarketData(int templateId) {
        return switch (templateId) {
            case TopOfBookDecoder.TEMPLATE_ID,
                    DepthUpdateDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID,
                    BarDecoder.TEMPLATE_ID,
                    MarkPriceDecoder.TEMPLATE_ID,
                    TradingStatusDecoder.TEMPLATE_ID,
                    NewsDecoder.TEMPLATE_ID,
                    MarketDataGapDecoder.TEMPLATE_ID,
                    LiquidationDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
