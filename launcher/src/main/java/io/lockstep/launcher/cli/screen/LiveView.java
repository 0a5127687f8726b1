package io.lockstep.launcher.cli.screen;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.telemetry.LatencyRecorder;
import io.lockstep.engine.telemetry.LatencyStage;
import io.lockstep.launcher.session.result.LiveFigures;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Draws a running session on one screen, four times a second, on a thread of its own; on no terminal it prints a line every few seconds. */
public final class LiveView implements AutoCloseable {
    private static final long FRAME_NS = 250_000_000L;
    private static final int FRAMES_PER_LINE = 20;
    private static final int BAR_WIDTH = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final PrintWriter err;
    private final LiveFigures figures;
    private final List<Instrument> instruments;
    private final LatencyRecorder latency;
    private final long startNs;
    private final long endNs;
    private final boolean terminal = Boolean.getBoolean("lockstep.terminal");
    private final Thread thread = new Thread(this::run, "lockstep-view");
    private volatile boolean closed;
    private long lastEvents;
    private long lastFrameNs = System.nanoTime();
    private int drawnLines;

    /**
     * A view of a session.
     *
     * @param startNs first recorded time, UTC, nanoseconds
     * @param endNs last recorded time, UTC, nanoseconds; equal to the first where there is no end
     */
    public LiveView(
            PrintWriter err,
            LiveFigures figures,
            List<Instrument> instruments,
            LatencyRecorder latency,
            long startNs,
            long endNs) {
        this.err = err;
        this.figures = figures;
        this.instruments = List.copyOf(instruments);
        this.latency = latency;
        this.startNs = startNs;
        this.endNs = endNs;
    }

    /** Begins to draw, until closed. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (int frame = 0; !closed; frame++) {
            LockSupport.parkNanos(FRAME_NS);
            if (terminal || frame % FRAMES_PER_LINE == FRAMES_PER_LINE - 1) {
                draw();
            }
        }
        draw();
    }

    private void draw() {
        StringBuilder screen = new StringBuilder();
        if (terminal && drawnLines > 0) {
            screen.append("\u001b[").append(drawnLines).append("A\u001b[J");
        }
        int before = screen.length();
        append(screen, terminal ? "\n" : "  ");
        drawnLines = terminal
                ? (int) screen.chars().skip(before).filter(c -> c == '\n').count()
                : 0;
        err.print(screen);
        if (!terminal) {
            err.println();
        }
        err.flush();
    }

    private void append(StringBuilder screen, String separator) {
        screen.append(progress()).append(separator);
        for (Instrument instrument : instruments) {
            screen.append(String.format(
                            Locale.ROOT,
                            "%s %s  position %s",
                            instrument.symbol(),
                            FixedPoint.format(figures.lastPrice(instrument.id())),
                            FixedPoint.format(figures.position(instrument.id()))))
                    .append(separator);
        }
        screen.append(counts()).append(separator).append(latencies()).append(separator);
    }

    private String progress() {
        String time = TIME.format(Instant.ofEpochSecond(0, figures.timeNs()));
        if (endNs <= startNs) {
            return time + " UTC";
        }
        double share = Math.min(1, Math.max(0, (double) (figures.timeNs() - startNs) / (endNs - startNs)));
        int filled = (int) (share * BAR_WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %s UTC",
                "#".repeat(filled),
                ".".repeat(BAR_WIDTH - filled),
                share * 100,
                time);
    }

    private String counts() {
        long now = System.nanoTime();
        long events = figures.events();
        double rate = (events - lastEvents) * 1e9 / Math.max(1, now - lastFrameNs);
        lastEvents = events;
        lastFrameNs = now;
        return String.format(
                Locale.ROOT,
                "%,d events (%,.0f/s)  %,d decisions  %,d commands  %,d fills",
                events,
                rate,
                figures.decisions(),
                figures.orders(),
                figures.fills());
    }

    private String latencies() {
        Histogram total = latency.total(LatencyStage.TOTAL);
        return String.format(
                Locale.ROOT,
                "event latency p50 %.1f us, p99 %.1f us, max %.0f us",
                total.getValueAtPercentile(50) / 1e3,
                total.getValueAtPercentile(99) / 1e3,
                total.getMaxValue() / 1e3);
    }
}
