package io.lockstep.launcher.cli.screen;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongConsumer;

/** A counter of work done, redrawn in place on a terminal; elsewhere nothing is drawn. */
public final class Progress implements LongConsumer {
    private static final long REDRAW_NS = 200_000_000L;

    private final PrintWriter err;
    private final String what;
    private final boolean terminal;
    private final long startedNs = System.nanoTime();
    private long drawnNs;

    /** @param what what is counted, in the plural */
    public Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
        terminal = Boolean.getBoolean("lockstep.terminal");
    }

    @Override
    public void accept(long count) {
        long now = System.nanoTime();
        if (terminal && now - drawnNs > REDRAW_NS) {
            drawnNs = now;
            double seconds = (now - startedNs) / 1e9;
            err.printf(Locale.ROOT, "\r%,d %s, %,.0f/s   ", count, what, count / seconds);
            err.flush();
        }
    }

    /** Wipes the line. */
    public void done() {
        if (drawnNs != 0) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
