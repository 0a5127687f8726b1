package io.lockstep.launcher.cli.screen;

import io.lockstep.launcher.tape.ImportProgress;
import java.io.PrintWriter;

/** One line on a terminal that says how far a long task is; silent where standard error is not a terminal. */
public final class ProgressBar implements ImportProgress, AutoCloseable {
    private static final int WIDTH = 40;
    private static final long REDRAW_NS = 100_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private long drawnNs = System.nanoTime() - REDRAW_NS;

    /** A bar on a terminal; nothing where there is none. */
    public ProgressBar(PrintWriter err) {
        this(err, Boolean.getBoolean("lockstep.terminal"));
    }

    /** @param terminal whether {@code err} is one */
    public ProgressBar(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void onRead(String phase, long read, long total) {
        long nowNs = System.nanoTime();
        if (terminal && nowNs - drawnNs >= REDRAW_NS) {
            drawnNs = nowNs;
            err.print(CLEAR_LINE + line(phase, read, total));
            err.flush();
        }
    }

    /** The line as drawn. */
    static String line(String phase, long read, long total) {
        if (total <= 0) {
            return phase + " " + (read >> 20) + " MiB";
        }
        long part = Math.min(read, total);
        int done = (int) (part * WIDTH / total);
        return phase + " [" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + part * 100 / total + "%";
    }

    @Override
    public void close() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
